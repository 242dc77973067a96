/**
 * The encoder behind core's port: batching, precision, and the measurement of what computes fastest here.
 *
 * <p>Must not know training.
 */
package io.github.scimult.encoder.inference;
