package io.github.scimult.evaluation.classifier;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Linear support vector machines on sparse rows that many classes have in common, one class against others, by LIBLINEAR with C = 1.
 * Safe for use by many threads.
 */
public final class SparseClassifier {
    private static final double COST = 1;
    private static final double TOLERANCE = 0.1;
    private static final int MAX_ITERATIONS = 200;

    private final Feature[][] rows;
    private final int features;

    /**
     * Rows to learn from.
     *
     * @param features the dimension
     */
    public SparseClassifier(List<SparseVector> rows, int features) {
        this.rows = rows.stream().map(row -> withIntercept(row, features)).toArray(Feature[][]::new);
        this.features = features;
    }

    private static Feature[] withIntercept(SparseVector row, int features) {
        Feature[] nodes = new Feature[row.features().length + 1];
        for (int i = 0; i < nodes.length - 1; i++) {
            nodes[i] = new FeatureNode(row.features()[i] + 1, row.values()[i]);
        }
        nodes[nodes.length - 1] = new FeatureNode(features + 1, 1);
        return nodes;
    }

    /**
     * Fits one class.
     *
     * @param members rows of the class
     * @param others rows that do not belong to it
     * @return (features + 1) weights, the last one the intercept; the decision value of a row is its product with them
     */
    public double[] weights(int[] members, int[] others) {
        Feature[][] chosen = new Feature[members.length + others.length][];
        double[] targets = new double[chosen.length];
        Arrays.fill(targets, -1);
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = rows[i < members.length ? members[i] : others[i - members.length]];
            targets[i] = i < members.length ? 1 : -1;
        }
        Parameter parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, COST, MAX_ITERATIONS, TOLERANCE);
        parameter.setRandom(new Random(0));
        return BinaryProblem.weights(chosen, features + 1, targets, parameter);
    }
}
