package io.github.scimult.evaluation.metric;

/**
 * Metrics of a classification with one label per paper.
 *
 * <p>Micro-F1 equals accuracy where every paper has one label and one prediction. scikit-learn's macro average runs over
 * the classes that occur in gold or prediction; an average over all classes counts those that occur in neither as 0.
 *
 * @param accuracy share of papers whose prediction is right
 * @param microF1 F1 over all decisions together
 * @param macroF1 mean F1 of the classes that occur in gold or prediction
 * @param macroF1OverAllClasses mean F1 of all classes
 */
public record SingleLabelScores(double accuracy, double microF1, double macroF1, double macroF1OverAllClasses) {
    /**
     * Counts.
     *
     * @param gold (papers) classes, each in [0, classes)
     * @param predicted (papers) classes, each in [0, classes)
     * @param classes number of classes
     */
    public static SingleLabelScores of(int[] gold, int[] predicted, int classes) {
        if (gold.length != predicted.length || gold.length == 0) {
            throw new IllegalArgumentException("as many predictions as gold labels are needed, and at least one: "
                    + predicted.length + " and " + gold.length);
        }
        ConfusionCounts counts = new ConfusionCounts(classes);
        int right = 0;
        for (int i = 0; i < gold.length; i++) {
            counts.addPaper(new int[] {gold[i]}, new int[] {predicted[i]});
            right += gold[i] == predicted[i] ? 1 : 0;
        }
        return new SingleLabelScores(
                (double) right / gold.length, counts.microF1(), counts.macroF1OfOccurring(), counts.macroF1());
    }
}
