package io.github.scimult.training.loss;

import java.util.Arrays;

/**
 * Which candidates a query is pulled to and which are no negatives for it.
 *
 * @param positives positives[i] = candidate columns of query i, at least one
 * @param excluded excluded[i] = candidate columns that are left out of the softmax of query i, since they are positives that
 *     the batch did not choose for it (SciMult leaves such false negatives in); none of its chosen positives
 */
public record CandidateSets(int[][] positives, int[][] excluded) {
    public CandidateSets {
        if (positives.length == 0 || positives.length != excluded.length) {
            throw new IllegalArgumentException("positives for " + positives.length + " queries, exclusions for "
                    + excluded.length + "; both must be given for the same queries, at least one");
        }
        for (int query = 0; query < positives.length; query++) {
            for (int positive : positives[query]) {
                if (Arrays.stream(excluded[query]).anyMatch(column -> column == positive)) {
                    throw new IllegalArgumentException(
                            "candidate " + positive + " is both positive and excluded for query " + query);
                }
            }
        }
    }

    /** Those of the queries from {@code from} until before {@code to}. */
    public CandidateSets part(int from, int to) {
        return new CandidateSets(Arrays.copyOfRange(positives, from, to), Arrays.copyOfRange(excluded, from, to));
    }

    int queries() {
        return positives.length;
    }
}
