package io.github.scimult.search.tag.regression;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Solves (XᵀX + λI) w = Xᵀy for many y at once, by one Cholesky decomposition (Hoerl and Kennard, "Ridge regression", 1970). The time
 * grows with the rows and with the right-hand sides.
 */
final class RidgeRegression {
    private final double[][] lower; // (d, d) L of LLᵀ = XᵀX + λI, below the diagonal and on it

    /** @param rows (n, d) centred; @param penalty λ, above 0 */
    RidgeRegression(float[][] rows, int dimension, double penalty) {
        this.lower = new double[dimension][];
        IntStream.range(0, dimension).parallel().forEach(i -> lower[i] = products(rows, i));
        for (int i = 0; i < dimension; i++) {
            lower[i][i] += penalty;
        }
        decompose();
    }

    /** (i + 1) the products of component i with those up to it. */
    private static double[] products(float[][] rows, int i) {
        double[] sums = new double[i + 1];
        for (float[] row : rows) {
            double value = row[i];
            for (int j = 0; j <= i; j++) {
                sums[j] += value * row[j];
            }
        }
        return sums;
    }

    private void decompose() {
        for (int i = 0; i < lower.length; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = lower[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(rest) : rest / lower[j][j];
            }
        }
    }

    /** (d) the weights w. @param products (d) Xᵀy */
    double[] weights(double[] products) {
        double[] solution = Arrays.copyOf(products, products.length);
        for (int i = 0; i < lower.length; i++) {
            for (int k = 0; k < i; k++) {
                solution[i] -= lower[i][k] * solution[k];
            }
            solution[i] /= lower[i][i];
        }
        for (int i = lower.length - 1; i >= 0; i--) {
            solution[i] /= lower[i][i];
            for (int k = 0; k < i; k++) {
                solution[k] -= lower[i][k] * solution[i];
            }
        }
        return solution;
    }
}
