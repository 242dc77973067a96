package io.github.scimult.evaluation.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Grows one tree leaf by leaf, always where the loss falls most. */
final class TreeGrower {
    private static final int LEAVES = 8;

    private final FeatureBins bins;
    private final double[] gradients;
    private final double[] hessians;
    private final double learningRate;
    private final List<Node> nodes = new ArrayList<>();

    /** A node and its rows; a leaf as long as it has no split that was taken. */
    private static final class Node {
        private final int[] rows;
        private final SplitHistogram histogram;
        private final SplitHistogram.Split best;
        private int left = -1;
        private int right = -1;

        Node(int[] rows, SplitHistogram histogram) {
            this.rows = rows;
            this.histogram = histogram;
            this.best = histogram.best();
        }

        boolean isLeaf() {
            return left < 0;
        }
    }

    TreeGrower(FeatureBins bins, double[] gradients, double[] hessians, double learningRate) {
        this.bins = bins;
        this.gradients = gradients;
        this.hessians = hessians;
        this.learningRate = learningRate;
    }

    BoostedTrees.Tree grow() {
        int[] all = IntStream.range(0, gradients.length).toArray();
        nodes.add(new Node(all, SplitHistogram.of(bins, all, gradients, hessians)));
        for (int leaves = 1; leaves < LEAVES; leaves++) {
            Node widest = nodes.stream()
                    .filter(Node::isLeaf)
                    .max(Comparator.comparingDouble(node -> node.best.gain()))
                    .orElseThrow();
            if (widest.best.gain() <= 0) {
                break;
            }
            split(widest);
        }
        return tree();
    }

    private void split(Node node) {
        byte[] column = bins.bins()[node.best.feature()];
        int[] below = IntStream.of(node.rows)
                .filter(row -> column[row] <= node.best.bin())
                .toArray();
        int[] above = IntStream.of(node.rows)
                .filter(row -> column[row] > node.best.bin())
                .toArray();
        // The histogram of the larger side is the difference of the other two.
        boolean belowIsSmaller = below.length < above.length;
        SplitHistogram smaller = SplitHistogram.of(bins, belowIsSmaller ? below : above, gradients, hessians);
        SplitHistogram larger = node.histogram.minus(smaller);
        node.left = nodes.size();
        nodes.add(new Node(below, belowIsSmaller ? smaller : larger));
        node.right = nodes.size();
        nodes.add(new Node(above, belowIsSmaller ? larger : smaller));
    }

    private BoostedTrees.Tree tree() {
        int[] features = new int[nodes.size()];
        double[] thresholds = new double[nodes.size()];
        Arrays.fill(features, -1);
        for (int i = 0; i < features.length; i++) {
            Node node = nodes.get(i);
            if (!node.isLeaf()) {
                features[i] = node.best.feature();
                thresholds[i] = bins.upper()[features[i]][node.best.bin()];
            }
        }
        return new BoostedTrees.Tree(
                features,
                thresholds,
                nodes.stream().mapToInt(node -> node.left).toArray(),
                nodes.stream().mapToInt(node -> node.right).toArray(),
                nodes.stream().mapToDouble(this::value).toArray());
    }

    private double value(Node node) {
        return node.isLeaf() ? learningRate * node.histogram.step() : 0;
    }

    /** Adds the grown tree's values to the rows that it was grown on. */
    void addTo(double[] sums) {
        for (Node node : nodes) {
            if (node.isLeaf()) {
                double value = value(node);
                for (int row : node.rows) {
                    sums[row] += value;
                }
            }
        }
    }
}
