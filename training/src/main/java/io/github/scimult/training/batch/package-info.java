/**
 * Batches of token ids: which texts, how long, how much memory.
 *
 * <p>Must not know weights.
 */
package io.github.scimult.training.batch;
