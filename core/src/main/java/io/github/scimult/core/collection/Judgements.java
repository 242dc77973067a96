package io.github.scimult.core.collection;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The judgements of one task and split, grouped by query. Queries and candidates are rows of the collection's papers,
 * labels or queries, as the task's family says: classification paper → label, link paper → paper, search query → paper.
 */
public final class Judgements {
    /** No judgement at all. */
    public static final Judgements NONE = new Judgements(new int[0], new int[1], new int[0], new int[0]);

    private final int[] queryRows; // (queries)
    private final int[] starts; // (queries + 1) into candidateRows and scores
    private final int[] candidateRows; // (pairs)
    private final int[] scores; // (pairs)

    private Judgements(int[] queryRows, int[] starts, int[] candidateRows, int[] scores) {
        this.queryRows = queryRows;
        this.starts = starts;
        this.candidateRows = candidateRows;
        this.scores = scores;
    }

    /**
     * Groups pairs by query. Queries keep the order of their first appearance, a query's candidates theirs; of a pair
     * that is judged twice the last judgement counts, as in BEIR's reader.
     *
     * @param queries row of the query for each pair
     * @param candidates row of the candidate for each pair
     * @param scores score of each pair
     */
    public static Judgements of(int[] queries, int[] candidates, int[] scores) {
        if (queries.length != candidates.length || queries.length != scores.length) {
            throw new IllegalArgumentException("as many queries as candidates and scores, not " + queries.length + ", "
                    + candidates.length + " and " + scores.length);
        }
        return JudgementGrouping.group(queries, candidates, scores);
    }

    static Judgements grouped(int[] queryRows, int[] starts, int[] candidateRows, int[] scores) {
        return new Judgements(queryRows, starts, candidateRows, scores);
    }

    /** The number of queries that have a judgement. */
    public int queries() {
        return queryRows.length;
    }

    /** The row of query {@code i}. */
    public int queryRow(int i) {
        return queryRows[i];
    }

    /** The rows of the candidates judged for query {@code i}, each once; a copy. */
    public int[] candidateRows(int i) {
        return Arrays.copyOfRange(candidateRows, starts[i], starts[i + 1]);
    }

    /** Their scores, in the same order; a copy. Above 0: relevant. */
    public int[] scores(int i) {
        return Arrays.copyOfRange(scores, starts[i], starts[i + 1]);
    }

    /** The rows of the candidates that are relevant to query {@code i}: those with a score above 0. */
    public int[] relevantRows(int i) {
        return IntStream.range(starts[i], starts[i + 1])
                .filter(pair -> scores[pair] > 0)
                .map(pair -> candidateRows[pair])
                .toArray();
    }

    /** The number of judged pairs. */
    public int pairs() {
        return candidateRows.length;
    }
}
