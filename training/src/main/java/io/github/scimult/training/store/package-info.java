/**
 * The files of a run: plan, checkpoints, baseline scores, mined negatives, log.
 *
 * <p>Must not know the loop that writes them.
 */
package io.github.scimult.training.store;
