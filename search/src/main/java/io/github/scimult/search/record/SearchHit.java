package io.github.scimult.search.record;

/**
 * A paper that a query has found, with what put it there.
 *
 * @param score by which results are in order, between 0 and 1 in a weighted fusion; comparable within one query alone
 * @param lexical by BM25
 * @param dense by vectors
 * @param duplicates the number of further records of the same paper that the query found, or that have its title and abstract
 */
public record SearchHit(IndexedPaper paper, double score, Side lexical, Side dense, int duplicates) {
    /**
     * What one side of the fusion says of a paper.
     *
     * @param rank from 1; 0 if it is not among the first, to which the side was asked
     * @param score Lucene's: BM25, 0 if no term of the query occurs; the similarity of vectors, 0 if these were not compared
     */
    public record Side(int rank, float score) {
        /** The side was not asked. */
        public static final Side UNKNOWN = new Side(0, 0);
    }

    /** Its rank by BM25, from 1; 0 if BM25 did not retrieve it. */
    public int bm25Rank() {
        return lexical.rank();
    }

    public float bm25Score() {
        return lexical.score();
    }

    /** Its rank by vectors, from 1; 0 if it is not among the nearest. */
    public int denseRank() {
        return dense.rank();
    }

    /** Lucene's score of the vectors' similarity. */
    public float denseScore() {
        return dense.score();
    }
}
