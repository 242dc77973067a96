/**
 * Contrastive losses, one file each.
 *
 * <p>Must not know batches' origin and the encoder.
 */
package io.github.scimult.training.loss;
