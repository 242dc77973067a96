package io.github.scimult.search.index;

/**
 * An answer and why it is one.
 *
 * @param paper what was found
 * @param score by which answers are in order; comparable within one question alone
 * @param wordRank its place by BM25, from 1; 0 if it is not among the first by words
 * @param wordScore BM25's score; 0 if it is not
 * @param vectorRank its place by vectors, from 1; 0 if it is not among the nearest
 * @param vectorScore Lucene's score of the vectors' similarity; 0 if it is not
 */
public record SearchHit(
        IndexedPaper paper, double score, int wordRank, float wordScore, int vectorRank, float vectorScore) {}
