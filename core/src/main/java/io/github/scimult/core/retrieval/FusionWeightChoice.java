package io.github.scimult.core.retrieval;

/**
 * The choice of BM25's weight in a fusion by a metric on dev queries: of the weights that are within one standard error of the best, the
 * one nearest to {@link Fusion#DEFAULT_WEIGHT}. With few queries the best of many is often best by chance.
 *
 * <p>The one-standard-error rule: Breiman, Friedman, Olshen and Stone, "Classification and regression trees", 1984.
 */
public final class FusionWeightChoice {
    private static final double[] WEIGHTS = {0.1, 0.2, 0.3, Fusion.DEFAULT_WEIGHT, 0.5, 0.7, 1, 1.5, 2.5, 4};

    private FusionWeightChoice() {}

    /** What is tried, ascending; above 0, so that a term that few candidates have always counts. */
    public static double[] weights() {
        return WEIGHTS.clone();
    }

    /** @param values (queries, weights) of the metric */
    public static double of(double[][] values) {
        int best = 0;
        for (int weight = 1; weight < WEIGHTS.length; weight++) {
            best = meanDifference(values, weight, best) > 0 ? weight : best;
        }
        int chosen = best;
        for (int weight = 0; weight < WEIGHTS.length; weight++) {
            boolean asGood = meanDifference(values, best, weight) <= standardError(values, best, weight);
            chosen = asGood && distance(weight) < distance(chosen) ? weight : chosen;
        }
        return WEIGHTS[chosen];
    }

    private static double distance(int weight) {
        return Math.abs(Math.log(WEIGHTS[weight] / Fusion.DEFAULT_WEIGHT));
    }

    private static double meanDifference(double[][] values, int one, int other) {
        double sum = 0;
        for (double[] query : values) {
            sum += query[one] - query[other];
        }
        return sum / values.length;
    }

    /** Of the mean of the queries' differences. */
    private static double standardError(double[][] values, int one, int other) {
        double mean = meanDifference(values, one, other);
        double squares = 0;
        for (double[] query : values) {
            double deviation = query[one] - query[other] - mean;
            squares += deviation * deviation;
        }
        return Math.sqrt(squares / Math.max(1, values.length - 1) / values.length);
    }
}
