package io.github.scimult.evaluation.metric;

/**
 * A mean difference and the bounds between which it lies with the chosen confidence.
 *
 * @param difference the mean difference on the queries at hand
 * @param low the lower bound
 * @param high the upper bound
 */
public record ConfidenceInterval(double difference, double low, double high) {
    /** Whether the interval excludes 0, on either side. */
    public boolean excludesZero() {
        return low > 0 || high < 0;
    }
}
