/**
 * Arrays of weights as they lie in files.
 *
 * <p>Must not know formats.
 */
package io.github.scimult.encoder.checkpoint.array;
