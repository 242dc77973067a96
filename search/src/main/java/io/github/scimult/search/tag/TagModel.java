package io.github.scimult.search.tag;

import io.github.scimult.evaluation.classifier.LogisticRegression;
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

    public TagModel {
        if (weights.length != TagFeatures.FEATURES) {
            throw new IllegalArgumentException(
                    "a model of label suggestion has " + TagFeatures.FEATURES + " weights, not " + weights.length);
        }
    }

    /**
     * Fits.
     *
     * @param evidence for pairs of papers and labels
     * @param right whether the paper carries the label
     */
    static TagModel fit(List<TagFeatures> evidence, List<Boolean> right) {
        boolean[] targets = new boolean[right.size()];
        for (int pair = 0; pair < targets.length; pair++) {
            targets[pair] = right.get(pair);
        }
        double[][] features = evidence.stream().map(TagFeatures::features).toArray(double[][]::new);
        return new TagModel(LogisticRegression.fit(features, targets), true);
    }

    double score(TagFeatures evidence) {
        double[] features = evidence.features();
        double score = 0;
        for (int i = 0; i < features.length; i++) {
            score += weights[i] * features[i];
        }
        return score;
    }

    /** NaN if nothing was fitted. */
    double probability(TagFeatures evidence) {
        return fitted ? 1 / (1 + Math.exp(-score(evidence))) : Double.NaN;
    }
}
