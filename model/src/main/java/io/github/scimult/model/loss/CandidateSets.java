package io.github.scimult.model.loss;

/**
 * Which candidates a query is pulled to and which are no negatives for it.
 *
 * @param positives positives[i] = candidate columns of query i, at least one
 * @param excluded excluded[i][j] = candidate j is left out of the softmax of query i, since it is a positive that the
 *     batch did not choose for it (SciMult leaves such false negatives in); never true for a chosen positive
 */
public record CandidateSets(int[][] positives, boolean[][] excluded) {
    public CandidateSets {
        if (positives.length == 0 || positives.length != excluded.length) {
            throw new IllegalArgumentException("positives for " + positives.length + " queries, exclusions for "
                    + excluded.length + "; both must be given for the same queries, at least one");
        }
        for (int query = 0; query < positives.length; query++) {
            for (int positive : positives[query]) {
                if (excluded[query][positive]) {
                    throw new IllegalArgumentException(
                            "candidate " + positive + " is both positive and excluded for query " + query);
                }
            }
        }
    }

    int queries() {
        return positives.length;
    }

    int candidates() {
        return excluded[0].length;
    }
}
