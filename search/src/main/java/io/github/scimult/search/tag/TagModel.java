package io.github.scimult.search.tag;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.List;

/**
 * How evidence becomes a score, and a probability: a logistic regression.
 *
 * @param weights of the features
 * @param fitted whether they come from judged papers; if not, a score is no probability
 */
@SuppressWarnings("ArrayRecordComponent")
public record TagModel(double[] weights, boolean fitted) {
    /** Before anything is fitted: a standard deviation of similarity counts as much as every fourth neighbour. */
    public static final TagModel UNFITTED = new TagModel(new double[] {0, 1, 1, 2, 0}, false);

    private static final double COST = 1;
    private static final double TOLERANCE = 1e-6;

    public TagModel {
        if (weights.length != TagEvidence.FEATURES) {
            throw new IllegalArgumentException(
                    "a model of tags has " + TagEvidence.FEATURES + " weights, not " + weights.length);
        }
    }

    /**
     * Fits.
     *
     * @param evidence for pairs of papers and labels
     * @param right whether the paper carries the label
     */
    static TagModel fit(List<TagEvidence> evidence, List<Boolean> right) {
        Problem problem = new Problem();
        problem.l = evidence.size();
        problem.n = TagEvidence.FEATURES;
        problem.x = evidence.stream().map(TagModel::features).toArray(Feature[][]::new);
        problem.y = right.stream().mapToDouble(fits -> fits ? 1 : -1).toArray();
        Linear.disableDebugOutput();
        Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, COST, TOLERANCE));
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        return new TagModel(
                Arrays.stream(model.getFeatureWeights())
                        .map(weight -> sign * weight)
                        .toArray(),
                true);
    }

    private static Feature[] features(TagEvidence evidence) {
        double[] values = evidence.features();
        Feature[] features = new Feature[values.length];
        for (int i = 0; i < values.length; i++) {
            features[i] = new FeatureNode(i + 1, values[i]);
        }
        return features;
    }

    double score(TagEvidence evidence) {
        double[] features = evidence.features();
        double score = 0;
        for (int i = 0; i < features.length; i++) {
            score += weights[i] * features[i];
        }
        return score;
    }

    /** NaN if nothing was fitted. */
    double probability(TagEvidence evidence) {
        return fitted ? 1 / (1 + Math.exp(-score(evidence))) : Double.NaN;
    }
}
