/**
 * Training pairs (query, positives) from judgements and pseudo-queries, and their order in an epoch's batches.
 *
 * <p>Must not know tokens and tensors.
 */
package io.github.scimult.training.pair;
