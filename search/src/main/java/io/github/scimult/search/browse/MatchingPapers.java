package io.github.scimult.search.browse;

/**
 * All papers that a query matches.
 *
 * @param papers their number; of a query with words those that have at least one of them, although a paper without may be similar
 * @param hasWords whether the query has words; else it is nothing but demands
 */
public record MatchingPapers(long papers, boolean hasWords, Facets facets) {}
