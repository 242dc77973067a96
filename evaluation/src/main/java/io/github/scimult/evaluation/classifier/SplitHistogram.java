package io.github.scimult.evaluation.classifier;

import java.util.stream.IntStream;

/**
 * The sums of gradients and Hessians of a node's rows by feature and bin, which tell where the node is best split.
 *
 * @param gradients (features, bins)
 * @param hessians (features, bins)
 * @param counts (features, bins) rows
 */
@SuppressWarnings("ArrayRecordComponent")
record SplitHistogram(double[][] gradients, double[][] hessians, int[][] counts) {
    private static final double REGULARISATION = 1;
    private static final int MIN_ROWS = 20;

    /**
     * A way to split a node.
     *
     * @param bin the last that goes to the left
     * @param gain by how much the loss falls, up to a factor; 0 if no split is allowed
     */
    record Split(int feature, int bin, double gain) {}

    static SplitHistogram of(FeatureBins bins, int[] rows, double[] gradients, double[] hessians) {
        int features = bins.bins().length;
        double[][] ofGradients = new double[features][FeatureBins.MAX_BINS];
        double[][] ofHessians = new double[features][FeatureBins.MAX_BINS];
        int[][] ofCounts = new int[features][FeatureBins.MAX_BINS];
        IntStream.range(0, features).parallel().forEach(feature -> {
            byte[] column = bins.bins()[feature];
            for (int row : rows) {
                ofGradients[feature][column[row]] += gradients[row];
                ofHessians[feature][column[row]] += hessians[row];
                ofCounts[feature][column[row]]++;
            }
        });
        return new SplitHistogram(ofGradients, ofHessians, ofCounts);
    }

    /** The histogram of the rows that are not in a part. */
    SplitHistogram minus(SplitHistogram part) {
        SplitHistogram rest = new SplitHistogram(copy(gradients), copy(hessians), new int[counts.length][]);
        for (int feature = 0; feature < counts.length; feature++) {
            rest.counts[feature] = counts[feature].clone();
            for (int bin = 0; bin < FeatureBins.MAX_BINS; bin++) {
                rest.gradients[feature][bin] -= part.gradients[feature][bin];
                rest.hessians[feature][bin] -= part.hessians[feature][bin];
                rest.counts[feature][bin] -= part.counts[feature][bin];
            }
        }
        return rest;
    }

    private static double[][] copy(double[][] values) {
        double[][] copy = new double[values.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = values[i].clone();
        }
        return copy;
    }

    Split best() {
        Split best = new Split(-1, -1, 0);
        for (int feature = 0; feature < gradients.length; feature++) {
            Split own = best(feature);
            best = own.gain() > best.gain() ? own : best;
        }
        return best;
    }

    private Split best(int feature) {
        double gradient = sum(gradients[feature]);
        double hessian = sum(hessians[feature]);
        int rows = IntStream.of(counts[feature]).sum();
        Split best = new Split(feature, -1, 0);
        double leftGradient = 0;
        double leftHessian = 0;
        int left = 0;
        for (int bin = 0; bin < FeatureBins.MAX_BINS - 1; bin++) {
            leftGradient += gradients[feature][bin];
            leftHessian += hessians[feature][bin];
            left += counts[feature][bin];
            if (left >= MIN_ROWS && rows - left >= MIN_ROWS) {
                double gain = gain(leftGradient, leftHessian)
                        + gain(gradient - leftGradient, hessian - leftHessian)
                        - gain(gradient, hessian);
                best = gain > best.gain() ? new Split(feature, bin, gain) : best;
            }
        }
        return best;
    }

    private static double gain(double gradient, double hessian) {
        return gradient * gradient / (hessian + REGULARISATION);
    }

    /** What a Newton step adds to the log-odds of the rows. */
    double step() {
        return -sum(gradients[0]) / (sum(hessians[0]) + REGULARISATION);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
