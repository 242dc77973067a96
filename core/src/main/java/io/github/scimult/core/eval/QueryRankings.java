package io.github.scimult.core.eval;

import io.github.scimult.core.eval.retrieval.RankedRows;

/**
 * What one system ranked for one query.
 *
 * @param plain by its scores
 * @param namesFirst with matching names first; the same as {@code plain} where names are not matched
 */
record QueryRankings(RankedRows plain, RankedRows namesFirst) {}
