/**
 * Interpolation of base and fine-tuned weights (WiSE-FT), averages of checkpoints, task arithmetic, and the choice
 * among them.
 *
 * <p>Must not know how the weights were trained.
 */
package io.github.scimult.training.merge;
