package io.github.scimult.core.retrieval;

import java.util.Arrays;
import java.util.BitSet;

/**
 * How a dense and a lexical score become one; the only fusion there is, in evaluation and in an index that is served.
 *
 * @param kind the rule
 * @param weight of the lexical side in a weighted sum; 0 leaves the dense side alone, infinity the lexical one
 * @param rankConstant k of reciprocal-rank fusion
 * @param depth how far down reciprocal-rank fusion reads both rankings
 */
public record Fusion(Kind kind, double weight, int rankConstant, int depth) {
    /**
     * The weight where none was tuned. With all-MiniLM-L6-v2 it is in the flat top of nDCG@10 on the dev queries of cranfield, cisi and
     * npl, which lasts from 0.3 to 0.8.
     */
    public static final double DEFAULT_WEIGHT = 0.4;

    /** The candidates that are considered: so many of the best of each side. */
    public static final int CONSIDERED = 200;

    private static final double MAX_WEIGHT = 1_000;

    /** The rules. */
    public enum Kind {
        /** {@link ConvexCombination}. */
        WEIGHTED_SUM,
        /** Σ 1 / (k + rank) over the two rankings (Cormack, Clarke and Büttcher, 2009). */
        RECIPROCAL_RANK
    }

    public Fusion {
        if (!(weight >= 0 && (weight <= MAX_WEIGHT || Double.isInfinite(weight)))) {
            throw new IllegalArgumentException(
                    "the weight of BM25 in a fusion lies between 0 and 1,000, or is infinite, not " + weight);
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
     * @return (candidates), negative infinity where a row is no candidate, or was not found
     */
    public double[] fuse(float[] model, float[] lexical, int[] places) {
        return switch (kind) {
            case WEIGHTED_SUM -> sum(model, lexical, places);
            case RECIPROCAL_RANK -> ranks(model, lexical, places);
        };
    }

    /** The same in single precision. @param fused (candidates), overwritten */
    public void fuse(float[] model, float[] lexical, int[] places, float[] fused) {
        double[] scores = fuse(model, lexical, places);
        for (int row = 0; row < fused.length; row++) {
            fused[row] = (float) scores[row];
        }
    }

    private double[] sum(float[] model, float[] lexical, int[] places) {
        int[] considered = considered(model, lexical, places);
        ConvexCombination combination = ConvexCombination.of(of(considered, model), of(considered, lexical), weight);
        double[] fused = new double[model.length];
        for (int row = 0; row < fused.length; row++) {
            fused[row] = model[row] == Float.NEGATIVE_INFINITY || lexical[row] == Float.NEGATIVE_INFINITY
                    ? Double.NEGATIVE_INFINITY
                    : combination.score(model[row], lexical[row]);
        }
        return fused;
    }

    /** The best rows of both sides. */
    private static int[] considered(float[] model, float[] lexical, int[] places) {
        BitSet rows = new BitSet(model.length);
        Arrays.stream(TopK.of(model, places, CONSIDERED).rows()).forEach(rows::set);
        Arrays.stream(TopK.of(matched(lexical), places, CONSIDERED).rows()).forEach(rows::set);
        return rows.stream().toArray();
    }

    private static float[] of(int[] rows, float[] scores) {
        float[] of = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            of[i] = scores[rows[i]];
        }
        return of;
    }

    /** Without those in which no term of the query occurs. */
    private static float[] matched(float[] lexical) {
        float[] matched = new float[lexical.length];
        for (int row = 0; row < matched.length; row++) {
            matched[row] = lexical[row] > 0 ? lexical[row] : Float.NEGATIVE_INFINITY;
        }
        return matched;
    }

    private double[] ranks(float[] model, float[] lexical, int[] places) {
        double[] fused = new double[model.length];
        Arrays.fill(fused, Double.NEGATIVE_INFINITY);
        addRanks(TopK.of(model, places, depth), fused);
        addRanks(TopK.of(matched(lexical), places, depth), fused);
        return fused;
    }

    private void addRanks(Ranking ranking, double[] fused) {
        for (int rank = 0; rank < ranking.size(); rank++) {
            int row = ranking.rows()[rank];
            fused[row] = Math.max(0, fused[row]) + 1.0 / (rankConstant + rank + 1);
        }
    }
}
