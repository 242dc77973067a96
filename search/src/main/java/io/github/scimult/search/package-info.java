/**
 * BM25 over texts, for evaluation and for mining.
 *
 * <p>Must not know indexes on disk.
 */
package io.github.scimult.search;
