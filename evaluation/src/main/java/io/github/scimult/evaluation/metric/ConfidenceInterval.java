package io.github.scimult.evaluation.metric;

/**
 * A mean difference, the bounds between which it lies with the chosen confidence, and how likely one as large is by chance.
 *
 * @param difference the mean difference on the queries at hand
 * @param low the lower bound
 * @param high the upper bound
 * @param p two-sided: twice the share of the draws on the other side of 0, at least 2 draws
 */
public record ConfidenceInterval(double difference, double low, double high, double p) {
    /** Whether the interval excludes 0, on either side. */
    public boolean excludesZero() {
        return low > 0 || high < 0;
    }
}
