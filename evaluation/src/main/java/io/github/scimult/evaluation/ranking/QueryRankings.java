package io.github.scimult.evaluation.ranking;

import io.github.scimult.core.retrieval.Ranking;

/**
 * What one system ranked for one query.
 *
 * @param plain by its scores
 * @param namesFirst with matching names first; the same as {@code plain} where names are not matched
 */
public record QueryRankings(Ranking plain, Ranking namesFirst) {}
