package io.github.scimult.evaluation.classifier;

import java.util.List;

/**
 * Gradient-boosted decision trees for a binary class: the log-odds of a row are a sum over trees (Friedman, "Greedy function
 * approximation: a gradient boosting machine", 2001).
 *
 * @param prior the log-odds before any tree
 */
public record BoostedTrees(double prior, List<Tree> trees) {
    /**
     * A tree of nodes; the root is node 0.
     *
     * @param features (nodes) the feature that a node splits on; −1 for a leaf
     * @param thresholds (nodes) rows with at most this value go to the left
     * @param left (nodes) the left child
     * @param right (nodes) the right child
     * @param values (nodes) what a leaf adds to the log-odds
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Tree(int[] features, double[] thresholds, int[] left, int[] right, double[] values) {
        double value(float[] row) {
            int node = 0;
            while (features[node] >= 0) {
                node = row[features[node]] <= thresholds[node] ? left[node] : right[node];
            }
            return values[node];
        }
    }

    public BoostedTrees {
        trees = List.copyOf(trees);
    }

    /**
     * Fits.
     *
     * @param rows (rows, features) finite
     * @param targets (rows) whether a row belongs to the class
     */
    public static BoostedTrees fit(float[][] rows, boolean[] targets) {
        return new TreeBooster(rows, targets).fit();
    }

    /** The log-odds of a row of features. */
    public double logOdds(float[] row) {
        double sum = prior;
        for (Tree tree : trees) {
            sum += tree.value(row);
        }
        return sum;
    }
}
