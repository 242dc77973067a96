package io.github.scimult.evaluation.metric;

import java.util.Arrays;

/**
 * Metrics of a classification with any number of labels per paper, as scikit-learn defines them (0/0 = 0).
 *
 * @param microF1 F1 over all decisions together
 * @param macroF1 mean F1 of all labels
 * @param weightedF1 mean F1 of the labels, weighted by how many papers carry each
 * @param samplesF1 mean F1 of the papers
 * @param subsetAccuracy share of papers whose set of labels is exactly right
 */
record MultiLabelScores(double microF1, double macroF1, double weightedF1, double samplesF1, double subsetAccuracy) {
    /**
     * Counts.
     *
     * @param gold (papers, any) labels of each paper, no label twice, each in [0, labels)
     * @param predicted (papers, any) likewise
     * @param labels number of labels
     */
    public static MultiLabelScores of(int[][] gold, int[][] predicted, int labels) {
        if (gold.length != predicted.length || gold.length == 0) {
            throw new IllegalArgumentException("as many predictions as gold sets are needed, and at least one: "
                    + predicted.length + " and " + gold.length);
        }
        ConfusionCounts counts = new ConfusionCounts(labels);
        double samples = 0;
        int exact = 0;
        for (int i = 0; i < gold.length; i++) {
            int hits = counts.addPaper(gold[i], predicted[i]);
            samples += ConfusionCounts.f1(hits, gold[i].length, predicted[i].length);
            exact += hits == gold[i].length && hits == predicted[i].length ? 1 : 0;
        }
        return new MultiLabelScores(
                counts.microF1(),
                counts.macroF1(),
                counts.weightedF1(),
                samples / gold.length,
                (double) exact / gold.length);
    }

    /** The labels whose score is above a threshold, in ascending order. */
    public static int[] above(float[] scores, float threshold) {
        int[] rows = new int[scores.length];
        int count = 0;
        for (int row = 0; row < scores.length; row++) {
            if (scores[row] > threshold) {
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }
}
