package io.github.scimult.evaluation;

/**
 * How a system's mean differs from a reference's, with the 95 % interval of the paired bootstrap.
 *
 * @param reference name of the system compared to
 * @param metric name of the metric
 * @param difference mean of the differences query by query
 * @param low lower bound of the interval
 * @param high upper bound of the interval
 * @param p two-sided; where several models are compared, by Holm's correction for all comparisons of the table in this metric
 */
public record Comparison(String reference, String metric, double difference, double low, double high, double p) {
    private static final double LEVEL = 0.05;

    /** Whether the interval excludes 0 and p, corrected where it is, is at most 0.05; the star of the tables. */
    public boolean significant() {
        return (low > 0 || high < 0) && p <= LEVEL;
    }
}
