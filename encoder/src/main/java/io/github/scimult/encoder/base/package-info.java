/**
 * The base models that the program knows by name: what each is, and where its weights are found or fetched from.
 *
 * <p>Must not know training.
 */
package io.github.scimult.encoder.base;
