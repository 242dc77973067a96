package io.github.scimult.search.record;

/**
 * A paper that a query has found, with the ranks that put it there.
 *
 * @param score by which results are in order; comparable within one query alone
 * @param bm25Rank its rank by BM25, from 1; 0 if BM25 did not retrieve it
 * @param bm25Score BM25's score; 0 if BM25 did not retrieve it
 * @param denseRank its rank by vectors, from 1; 0 if it is not among the nearest
 * @param denseScore Lucene's score of the vectors' similarity; 0 if it is not among the nearest
 */
public record SearchHit(
        IndexedPaper paper, double score, int bm25Rank, float bm25Score, int denseRank, float denseScore) {
    /** One of the nearest vectors, where BM25 was not asked. */
    public static SearchHit dense(IndexedPaper paper, int rank, float score) {
        return new SearchHit(paper, score, 0, 0, rank, score);
    }
}
