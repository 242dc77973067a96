/**
 * Hard negatives: by the paper's rules (citations, authors, venues, labels), by BM25, and mined under the model.
 *
 * <p>Must not know batches and losses.
 */
package io.github.scimult.training.negative;
