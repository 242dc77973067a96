/**
 * Dev sets of a run: what is evaluated during training for model selection, beside the baseline.
 *
 * <p>Must not know the loop.
 */
package io.github.scimult.training.dev;
