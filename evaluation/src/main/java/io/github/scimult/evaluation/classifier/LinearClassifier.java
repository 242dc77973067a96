package io.github.scimult.evaluation.classifier;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;

/**
 * A linear support vector machine on frozen vectors, one class against the rest, by LIBLINEAR: for each class the minimum of
 * ½(‖w‖² + b²) + C Σ max(0, 1 − y(w·x + b))². The intercept is regularised too, as in scikit-learn's LinearSVC.
 *
 * @param weights (classes, dimension); of two classes one row, for class 1
 * @param intercepts (classes)
 */
@SuppressWarnings("ArrayRecordComponent")
public record LinearClassifier(double[][] weights, double[] intercepts) {
    private static final double TOLERANCE = 1e-8;
    private static final int MAX_ITERATIONS = 100_000;

    /**
     * Fits.
     *
     * @param vectors (papers, dimension)
     * @param labels (papers) each in [0, classes)
     * @param cost C
     */
    static LinearClassifier fit(double[][] vectors, int[] labels, int classes, double cost) {
        Feature[][] features = BinaryProblem.features(withIntercept(vectors));
        int rows = classes == 2 ? 1 : classes;
        double[][] weights = new double[rows][];
        double[] intercepts = new double[rows];
        for (int row = 0; row < rows; row++) {
            double[] own = binary(features, labels, classes == 2 ? 1 : row, cost);
            weights[row] = Arrays.copyOf(own, own.length - 1);
            intercepts[row] = own[own.length - 1];
        }
        return new LinearClassifier(weights, intercepts);
    }

    /** Each vector with a last component of 1, whose weight is the intercept. */
    private static double[][] withIntercept(double[][] vectors) {
        return Arrays.stream(vectors)
                .map(vector -> {
                    double[] row = Arrays.copyOf(vector, vector.length + 1);
                    row[vector.length] = 1;
                    return row;
                })
                .toArray(double[][]::new);
    }

    private static double[] binary(Feature[][] features, int[] labels, int positive, double cost) {
        double[] targets = Arrays.stream(labels)
                .mapToDouble(label -> label == positive ? 1 : -1)
                .toArray();
        Parameter parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, cost, MAX_ITERATIONS, TOLERANCE);
        return BinaryProblem.weights(features, targets, parameter);
    }

    /** The decision values of a vector: one a class, or one alone for two classes. */
    double[] decide(double[] vector) {
        double[] values = intercepts.clone();
        for (int row = 0; row < values.length; row++) {
            for (int i = 0; i < vector.length; i++) {
                values[row] += weights[row][i] * vector[i];
            }
        }
        return values;
    }

    int predict(double[] vector) {
        double[] values = decide(vector);
        if (values.length == 1) {
            return values[0] > 0 ? 1 : 0;
        }
        int best = 0;
        for (int row = 1; row < values.length; row++) {
            best = values[row] > values[best] ? row : best;
        }
        return best;
    }

    public int[] predict(double[][] vectors) {
        return Arrays.stream(vectors).mapToInt(this::predict).toArray();
    }
}
