package io.github.scimult.search.tag.regression;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.search.tag.evidence.Feature;
import io.github.scimult.search.tag.evidence.LabelEvidence;
import io.github.scimult.search.tag.evidence.PaperToLabel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the labels' regressions expect of a paper's embedding; of a label that no paper taught, 0. */
public final class RegressionEvidence implements LabelEvidence {
    private final List<String> labels;
    private final float[][] weights;
    private final Map<String, Integer> numbers = new HashMap<>();

    /**
     * Regressions.
     *
     * @param labels ids
     * @param weights (labels, d + 1) for embeddings of length 1; the last of each is the intercept
     */
    public RegressionEvidence(List<String> labels, float[][] weights) {
        this.labels = List.copyOf(labels);
        this.weights = weights;
        labels.forEach(label -> numbers.put(label, numbers.size()));
    }

    public List<String> labels() {
        return labels;
    }

    /** (labels, d + 1). */
    public float[][] weights() {
        return weights;
    }

    @Override
    public OnPaper on(PaperToLabel paper) {
        float[] vector = Similarity.unit(paper.vector());
        return (label, row) -> {
            Integer number = numbers.get(label);
            row.set(Feature.REGRESSION, number == null ? 0 : expected(weights[number], vector));
        };
    }

    private static double expected(float[] weights, float[] vector) {
        double sum = weights[vector.length];
        for (int i = 0; i < vector.length; i++) {
            sum += weights[i] * vector[i];
        }
        return sum;
    }
}
