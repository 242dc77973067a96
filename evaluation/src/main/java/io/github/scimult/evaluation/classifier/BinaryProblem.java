package io.github.scimult.evaluation.classifier;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Rows as LIBLINEAR takes them, and the weights that separate one class of them from the rest. */
final class BinaryProblem {
    private BinaryProblem() {}

    /** (rows, features) in LIBLINEAR's form. */
    static Feature[][] features(double[][] rows) {
        return Arrays.stream(rows).map(BinaryProblem::features).toArray(Feature[][]::new);
    }

    private static Feature[] features(double[] row) {
        return IntStream.range(0, row.length)
                .mapToObj(feature -> new FeatureNode(feature + 1, row[feature]))
                .toArray(Feature[]::new);
    }

    /**
     * Fits.
     *
     * @param features (rows, features)
     * @param targets (rows) 1 for the class, −1 for the rest
     * @return (features) weights; a row of the class has a positive product with them
     */
    static double[] weights(Feature[][] features, double[] targets, Parameter parameter) {
        return weights(features, features[0].length, targets, parameter);
    }

    /** As {@link #weights(Feature[][], double[], Parameter)}, for sparse rows. @param dimension of the rows */
    static double[] weights(Feature[][] features, int dimension, double[] targets, Parameter parameter) {
        Problem problem = new Problem();
        problem.l = features.length;
        problem.n = dimension;
        problem.x = features;
        problem.y = targets;
        Linear.disableDebugOutput();
        Model model = Linear.train(problem, parameter);
        // LIBLINEAR's first class is the one that it met first.
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        return Arrays.stream(model.getFeatureWeights())
                .map(weight -> sign * weight)
                .toArray();
    }
}
