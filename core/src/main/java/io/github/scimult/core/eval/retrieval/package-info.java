/**
 * Exact retrieval: scores of all candidates for a query, from embeddings or from words, their fusion, and the best k.
 *
 * <p>Must not know what is right: judgements and measures come later. A score of negative infinity marks a row that is no
 * candidate for the query.
 */
package io.github.scimult.core.eval.retrieval;
