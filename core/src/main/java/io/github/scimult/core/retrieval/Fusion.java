package io.github.scimult.core.retrieval;

import java.util.Arrays;

/**
 * How a model's and a lexical scorer's opinions become one.
 *
 * @param kind the rule
 * @param weight of the lexical side in a weighted sum; 0 leaves the model alone
 * @param rankConstant k of reciprocal-rank fusion
 * @param depth how far down reciprocal-rank fusion reads both rankings
 */
public record Fusion(Kind kind, double weight, int rankConstant, int depth) {
    /** The rules. */
    public enum Kind {
        /** Both scores standardised over all candidates of the query, then model + weight · lexical. */
        WEIGHTED_SUM,
        /** Σ 1 / (k + rank) over the two rankings (Cormack, Clarke and Büttcher, 2009). */
        RECIPROCAL_RANK
    }

    public Fusion {
        if (!(weight >= 0 && weight <= 100)) {
            throw new IllegalArgumentException("the weight of a fusion lies between 0 and 100, not at " + weight);
        }
        if (rankConstant < 1 || depth < 1) {
            throw new IllegalArgumentException(
                    "rank constant and depth of a fusion are at least 1, not " + rankConstant + " and " + depth);
        }
    }

    public static Fusion weightedSum(double weight) {
        return new Fusion(Kind.WEIGHTED_SUM, weight, 60, 1000);
    }

    public static Fusion reciprocalRank() {
        return new Fusion(Kind.RECIPROCAL_RANK, 1, 60, 1000);
    }

    /**
     * Fuses the scores of one query.
     *
     * @param model (candidates), negative infinity where a row is no candidate
     * @param lexical (candidates), 0 where no word matches, negative infinity as in {@code model}
     * @param places (candidates): which of two equal scores comes first
     * @param fused (candidates), overwritten
     */
    public void fuse(float[] model, float[] lexical, int[] places, float[] fused) {
        switch (kind) {
            case WEIGHTED_SUM -> sum(model, lexical, fused);
            case RECIPROCAL_RANK -> ranks(model, lexical, places, fused);
        }
    }

    private void sum(float[] model, float[] lexical, float[] fused) {
        ZScore left = ZScore.of(model);
        ZScore right = ZScore.of(lexical);
        for (int row = 0; row < fused.length; row++) {
            fused[row] = model[row] == Float.NEGATIVE_INFINITY || lexical[row] == Float.NEGATIVE_INFINITY
                    ? Float.NEGATIVE_INFINITY
                    : (float) (left.apply(model[row]) + weight * right.apply(lexical[row]));
        }
    }

    private void ranks(float[] model, float[] lexical, int[] places, float[] fused) {
        Arrays.fill(fused, Float.NEGATIVE_INFINITY);
        float[] matched = new float[lexical.length];
        for (int row = 0; row < matched.length; row++) {
            matched[row] = lexical[row] > 0 ? lexical[row] : Float.NEGATIVE_INFINITY;
        }
        addRanks(TopK.of(model, places, depth), fused);
        addRanks(TopK.of(matched, places, depth), fused);
    }

    private void addRanks(Ranking ranking, float[] fused) {
        for (int rank = 0; rank < ranking.size(); rank++) {
            int row = ranking.rows()[rank];
            fused[row] = Math.max(0, fused[row]) + 1f / (rankConstant + rank + 1);
        }
    }
}
