/**
 * Arrays of numbers as they lie in files of weights. Knows of no file format and no encoder.
 */
package io.github.scimult.model.checkpoint.array;
