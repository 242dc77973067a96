package io.github.scimult.training.pair;

/**
 * Examples of one task and one collection that are trained on together: every candidate is compared with every query.
 *
 * @param pairs where they come from
 * @param queries indices into {@code pairs.queries()}
 * @param candidates candidate rows, each once
 * @param pairQuery for each (query, positive) pair the index into {@code queries}
 * @param pairPositive for each pair the index into {@code candidates}
 */
@SuppressWarnings("ArrayRecordComponent")
public record PairBatch(TrainingPairs pairs, int[] queries, int[] candidates, int[] pairQuery, int[] pairPositive) {

    /** The row of the {@code index}-th query. */
    public int queryRow(int index) {
        return pairs.queries()[queries[index]];
    }
}
