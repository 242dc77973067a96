package io.github.scimult.search.tag.regression;

import io.github.scimult.core.embedding.Similarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Learns the labels' regressions from labelled papers. */
public final class RegressionLearner {
    private static final double PENALTY = 1;

    private final float[][] rows;
    private final float[] mean;
    private final Map<String, List<Integer>> members = new TreeMap<>();

    /**
     * Labelled papers.
     *
     * @param vectors (papers, d) their embeddings, of any length
     * @param labels ids of the labels of each
     */
    public RegressionLearner(List<float[]> vectors, List<Set<String>> labels) {
        List<float[]> units = vectors.stream().map(Similarity::unit).toList();
        this.mean = new float[units.getFirst().length];
        units.forEach(unit -> add(unit, 1f / units.size(), mean));
        this.rows = units.stream().map(this::centred).toArray(float[][]::new);
        for (int row = 0; row < rows.length; row++) {
            for (String label : labels.get(row)) {
                members.computeIfAbsent(label, id -> new ArrayList<>()).add(row);
            }
        }
    }

    private float[] centred(float[] unit) {
        float[] row = unit.clone();
        add(mean, -1, row);
        return row;
    }

    private static void add(float[] values, float factor, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += factor * values[i];
        }
    }

    /** Fits one regression a label, on all processors. */
    public RegressionEvidence learn() {
        RidgeRegression ridge = new RidgeRegression(rows, mean.length, PENALTY);
        List<String> labels = List.copyOf(members.keySet());
        float[][] weights = labels.parallelStream()
                .map(label -> weights(ridge, members.get(label)))
                .toArray(float[][]::new);
        return new RegressionEvidence(labels, weights);
    }

    /** (d + 1) the weights of one label, its intercept the last: the label's share of papers, as of a paper in the mean. */
    private float[] weights(RidgeRegression ridge, List<Integer> papers) {
        double[] products = new double[mean.length];
        for (int paper : papers) {
            for (int i = 0; i < products.length; i++) {
                products[i] += rows[paper][i];
            }
        }
        double[] fitted = ridge.weights(products);
        double intercept = (double) papers.size() / rows.length;
        float[] weights = new float[fitted.length + 1];
        for (int i = 0; i < fitted.length; i++) {
            weights[i] = (float) fitted[i];
            intercept -= fitted[i] * mean[i];
        }
        weights[fitted.length] = (float) intercept;
        return weights;
    }
}
