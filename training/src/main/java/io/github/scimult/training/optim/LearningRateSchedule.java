package io.github.scimult.training.optim;

/**
 * Linear warm-up to the peak, then linear decay to zero (SciMult, appendix on training: warm-up over 5 % of the steps).
 *
 * <p>rate(k) = peak · k/W while k &lt; W, then peak · (T − k)/(T − W), k counted from 0; so the first step has rate 0 when
 * there is a warm-up.
 *
 * @param peak the highest rate
 * @param warmupSteps W
 * @param totalSteps T, at least W
 */
public record LearningRateSchedule(double peak, long warmupSteps, long totalSteps) {
    public LearningRateSchedule {
        if (!(peak >= 0) || warmupSteps < 0 || totalSteps < warmupSteps) {
            throw new IllegalArgumentException("a schedule needs peak ≥ 0 and 0 ≤ warm-up ≤ total, not peak " + peak
                    + ", warm-up " + warmupSteps + ", total " + totalSteps);
        }
    }

    /** The rate of step {@code step}; 0 from the last step on. */
    public double rate(long step) {
        if (step < warmupSteps) {
            return peak * step / warmupSteps;
        }
        return step >= totalSteps ? 0 : peak * (totalSteps - step) / (totalSteps - warmupSteps);
    }
}
