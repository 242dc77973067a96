package io.github.scimult.search.fusion;

import io.github.scimult.search.record.SearchHit;

/**
 * A document in the order of a query, with its scores by both sides.
 *
 * @param document Lucene's number
 * @param score fused; results are in its order
 * @param lexical by BM25
 * @param dense by vectors
 */
public record RankedPaper(int document, double score, SearchHit.Side lexical, SearchHit.Side dense) {
    /** Of a query without words. */
    public static RankedPaper unranked(int document) {
        return new RankedPaper(document, 0, SearchHit.Side.UNKNOWN, SearchHit.Side.UNKNOWN);
    }
}
