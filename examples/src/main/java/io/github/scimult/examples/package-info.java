/**
 * Programs of a page each that train a model, embed texts, build an index and search it: the beginning of a program of one's own.
 *
 * <p>Must not be seen by any other module.
 */
package io.github.scimult.examples;
