package io.github.scimult.evaluation.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The paired bootstrap over queries (Efron and Tibshirani, 1993; for rankings Sakai, 2006): how much would the mean
 * difference of two systems move if other queries had been sampled? Queries are sampled with replacement, both systems are
 * measured on the same draw, and the interval is read off the percentiles of the mean differences.
 *
 * <p>All differences handed over together see the same samples, which follow from the seed alone.
 *
 * @param samples number of draws, at least 100
 * @param confidence of the interval, between 0 and 1, usually 0.95
 * @param seed of the samples
 */
public record PairedBootstrap(int samples, double confidence, long seed) {
    private static final int SAMPLES_A_BLOCK = 64;

    public PairedBootstrap {
        if (samples < 100) {
            throw new IllegalArgumentException("a bootstrap needs at least 100 samples, not " + samples);
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence lies between 0 and 1, not at " + confidence);
        }
    }

    /**
     * The mean of {@code values − reference} with its interval.
     *
     * @param values one value a query
     * @param reference one value a query, the queries in the same order
     */
    public ConfidenceInterval difference(double[] values, double[] reference) {
        return intervals(List.of(minus(values, reference))).getFirst();
    }

    /**
     * The mean of each row of differences with its interval, all on the same draws.
     *
     * @param differences rows of one difference a query, at least one query
     */
    public List<ConfidenceInterval> intervals(List<double[]> differences) {
        if (differences.isEmpty()) {
            return List.of();
        }
        int queries = differences.getFirst().length;
        if (queries == 0 || differences.stream().anyMatch(row -> row.length != queries)) {
            throw new IllegalArgumentException("every row needs one difference a query, and there must be a query");
        }
        double[][] means = new double[differences.size()][samples];
        long[] seeds = new SplittableRandom(seed).longs(samples).toArray();
        int blocks = (samples + SAMPLES_A_BLOCK - 1) / SAMPLES_A_BLOCK;
        IntStream.range(0, blocks).parallel().forEach(block -> drawBlock(block, seeds, differences, means));
        List<ConfidenceInterval> intervals = new ArrayList<>();
        for (int row = 0; row < means.length; row++) {
            intervals.add(interval(differences.get(row), means[row]));
        }
        return List.copyOf(intervals);
    }

    /** The differences of two systems, query by query. */
    public static double[] minus(double[] values, double[] reference) {
        if (values.length != reference.length) {
            throw new IllegalArgumentException(
                    "systems measured on " + values.length + " and " + reference.length + " queries cannot be paired");
        }
        double[] differences = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            differences[i] = values[i] - reference[i];
        }
        return differences;
    }

    private void drawBlock(int block, long[] seeds, List<double[]> differences, double[][] means) {
        int queries = differences.getFirst().length;
        int[] timesDrawn = new int[queries];
        int end = Math.min(samples, (block + 1) * SAMPLES_A_BLOCK);
        for (int sample = block * SAMPLES_A_BLOCK; sample < end; sample++) {
            Arrays.fill(timesDrawn, 0);
            SplittableRandom random = new SplittableRandom(seeds[sample]);
            for (int i = 0; i < queries; i++) {
                timesDrawn[random.nextInt(queries)]++;
            }
            for (int row = 0; row < means.length; row++) {
                means[row][sample] = weightedSum(timesDrawn, differences.get(row)) / queries;
            }
        }
    }

    private ConfidenceInterval interval(double[] differences, double[] means) {
        Arrays.sort(means);
        double tail = (1 - confidence) / 2;
        double mean = Arrays.stream(differences).sum() / differences.length;
        return new ConfidenceInterval(mean, quantile(means, tail), quantile(means, 1 - tail), twoSided(means));
    }

    /** Twice the share of draws at 0 or on the rarer side of it; no draw there is no proof, so that one is counted. */
    private static double twoSided(double[] means) {
        long atMost = Arrays.stream(means).filter(mean -> mean <= 0).count();
        long atLeast = Arrays.stream(means).filter(mean -> mean >= 0).count();
        return Math.min(1, 2.0 * Math.max(1, Math.min(atMost, atLeast)) / means.length);
    }

    private static double weightedSum(int[] weights, double[] values) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
        }
        return sum;
    }

    /** The quantile by linear interpolation between the two nearest values. */
    private static double quantile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
