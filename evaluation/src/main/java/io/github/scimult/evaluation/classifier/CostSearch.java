package io.github.scimult.evaluation.classifier;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Chooses a classifier's C by three-fold cross-validation, as SciDocs does: the best mean accuracy, of equal ones the smaller C. */
public final class CostSearch {
    static final double[] COSTS = {1e-4, 1e-3, 1e-2, 1e-1, 1, 10, 100};
    private static final int FOLDS = 3;

    private CostSearch() {}

    public static LinearClassifier best(double[][] vectors, int[] labels, int classes) {
        double best = COSTS[0];
        double bestAccuracy = -1;
        for (double cost : COSTS) {
            double accuracy = accuracies(vectors, labels, classes, cost).stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElse(0);
            if (accuracy > bestAccuracy) {
                bestAccuracy = accuracy;
                best = cost;
            }
        }
        return LinearClassifier.fit(vectors, labels, classes, best);
    }

    static List<Double> accuracies(double[][] vectors, int[] labels, int classes, double cost) {
        List<Double> accuracies = new ArrayList<>();
        for (int[] test : folds(labels, classes)) {
            boolean[] held = new boolean[labels.length];
            for (int row : test) {
                held[row] = true;
            }
            int[] train =
                    IntStream.range(0, labels.length).filter(row -> !held[row]).toArray();
            LinearClassifier fitted = LinearClassifier.fit(rows(vectors, train), rows(labels, train), classes, cost);
            long right = IntStream.of(test)
                    .filter(row -> fitted.predict(vectors[row]) == labels[row])
                    .count();
            accuracies.add((double) right / test.length);
        }
        return accuracies;
    }

    /**
     * The test rows of each fold: every class is spread evenly, in the order of the rows (scikit-learn's StratifiedKFold without
     * shuffling).
     */
    static List<int[]> folds(int[] labels, int classes) {
        int[] sorted = IntStream.of(labels).sorted().toArray();
        int[][] allocation = new int[FOLDS][classes];
        for (int i = 0; i < sorted.length; i++) {
            allocation[i % FOLDS][sorted[i]]++;
        }
        int[] foldOf = new int[labels.length];
        for (int label = 0; label < classes; label++) {
            int fold = 0;
            int left = allocation[0][label];
            for (int row = 0; row < labels.length; row++) {
                if (labels[row] == label) {
                    while (left == 0) {
                        left = allocation[++fold][label];
                    }
                    foldOf[row] = fold;
                    left--;
                }
            }
        }
        return IntStream.range(0, FOLDS)
                .mapToObj(fold -> IntStream.range(0, labels.length)
                        .filter(row -> foldOf[row] == fold)
                        .toArray())
                .toList();
    }

    private static double[][] rows(double[][] all, int[] rows) {
        return IntStream.of(rows).mapToObj(row -> all[row]).toArray(double[][]::new);
    }

    private static int[] rows(int[] all, int[] rows) {
        return IntStream.of(rows).map(row -> all[row]).toArray();
    }
}
