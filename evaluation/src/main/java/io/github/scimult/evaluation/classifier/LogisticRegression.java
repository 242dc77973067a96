package io.github.scimult.evaluation.classifier;

import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.SolverType;

/** L2-regularised logistic regression by LIBLINEAR: the minimum of ½‖w‖² + C Σ log(1 + exp(−y w·x)), with C = 1. */
public final class LogisticRegression {
    private static final double COST = 1;
    private static final double TOLERANCE = 1e-6;

    private LogisticRegression() {}

    /**
     * Fits.
     *
     * @param rows (rows, features); for an intercept give each a feature that is always 1
     * @param targets (rows) whether a row belongs to the class
     * @return (features) weights w; the probability of a row is 1 / (1 + exp(−w·x))
     */
    public static double[] fit(double[][] rows, boolean[] targets) {
        double[] signs = new double[targets.length];
        for (int row = 0; row < signs.length; row++) {
            signs[row] = targets[row] ? 1 : -1;
        }
        return BinaryProblem.weights(
                BinaryProblem.features(rows), signs, new Parameter(SolverType.L2R_LR, COST, TOLERANCE));
    }
}
