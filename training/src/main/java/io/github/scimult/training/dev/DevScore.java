package io.github.scimult.training.dev;

/**
 * A task's score on one collection's dev split.
 *
 * @param collection its name
 * @param task its name
 * @param metric such as {@code Recall@20}
 * @param value the encoder's
 * @param baseline the untrained base model's; NaN where it is not known
 * @param standardError of the difference between both, over the queries
 * @param queries how many
 * @param heldOut whether nothing is trained on the collection: the score shows what is kept elsewhere, and selects nothing
 */
public record DevScore(
        String collection,
        String task,
        String metric,
        double value,
        double baseline,
        double standardError,
        int queries,
        boolean heldOut) {
    private static final double MIN_UNIT = 0.1;

    /** 95 % of a normal distribution lie within this many standard errors of its mean. */
    static final double NORMAL_95 = 1.96;

    /** Such as {@code vis/link}. */
    public String source() {
        return collection + "/" + task;
    }

    public boolean hasBaseline() {
        return Double.isFinite(baseline);
    }

    /** The lower end of the 95 % confidence interval of the difference to the baseline. */
    public double lower() {
        return value - baseline - NORMAL_95 * standardError;
    }

    /** The upper end of the 95 % confidence interval of the difference to the baseline. */
    public double upper() {
        return value - baseline + NORMAL_95 * standardError;
    }

    /** Whether that interval excludes 0. */
    public boolean isSignificant() {
        return lower() > 0 || upper() < 0;
    }

    /** The relative gain over the baseline. */
    public double gain() {
        return (value - baseline) / unit();
    }

    /** What a gain is relative to: the baseline, or a tenth where that is near zero and ratios are large by chance. */
    public double unit() {
        return Math.max(MIN_UNIT, baseline);
    }

    /** Whether both are of the same metric, task and collection. */
    public boolean measuresTheSameAs(DevScore other) {
        return collection.equals(other.collection) && task.equals(other.task) && metric.equals(other.metric);
    }
}
