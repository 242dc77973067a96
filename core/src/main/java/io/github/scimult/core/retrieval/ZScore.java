package io.github.scimult.core.retrieval;

/** Scores as z-scores: the mean becomes 0 and the (population) standard deviation 1; equal scores become 0. */
public record ZScore(double mean, double deviation) {
    /** The mean and deviation of all scores that are not negative infinity. */
    public static ZScore of(float[] scores) {
        double sum = 0;
        int count = 0;
        for (float score : scores) {
            if (score != Float.NEGATIVE_INFINITY) {
                sum += score;
                count++;
            }
        }
        double mean = sum / Math.max(1, count);
        double squares = 0;
        for (float score : scores) {
            if (score != Float.NEGATIVE_INFINITY) {
                squares += (score - mean) * (score - mean);
            }
        }
        return new ZScore(mean, Math.sqrt(squares / Math.max(1, count)));
    }

    /** A score's z-score. */
    public double apply(float score) {
        return deviation == 0 ? 0 : (score - mean) / deviation;
    }
}
