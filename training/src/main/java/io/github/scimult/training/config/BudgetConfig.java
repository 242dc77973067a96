package io.github.scimult.training.config;

import java.util.List;

/**
 * When training ends: by whichever limit comes first; 0 sets none. At least one must be set.
 *
 * @param minutes of wall-clock time, evaluation on dev and weight interpolation included; the schedule is laid over it
 * @param steps optimiser steps
 * @param epochs passes over all pairs, of all sources together
 */
public record BudgetConfig(double minutes, long steps, double epochs) {
    /** Longer than any run that somebody means. */
    private static final double MOST_MINUTES = 60.0 * 24 * 365;

    public BudgetConfig {
        if (!(minutes >= 0 && minutes <= MOST_MINUTES)) {
            throw new IllegalArgumentException(
                    "minutes must be between 0 (no limit) and " + (long) MOST_MINUTES + " (a year), not " + minutes);
        }
        if (steps < 0) {
            throw new IllegalArgumentException("steps must be 0 (no limit) or positive, not " + steps);
        }
        if (!(epochs >= 0 && epochs <= 1_000_000)) {
            throw new IllegalArgumentException("epochs must be between 0 (no limit) and 1,000,000, not " + epochs);
        }
        if (minutes == 0 && steps == 0 && epochs == 0) {
            throw new IllegalArgumentException("training needs an end: set minutes, steps or epochs");
        }
    }

    /**
     * A part of the budget; of steps, where there is a limit, at least one, and one less than all.
     *
     * @param share in (0, 1)
     */
    BudgetConfig part(double share) {
        long ofSteps = steps == 0 ? 0 : Math.clamp(Math.round(steps * share), 1, Math.max(1, steps - 1));
        return new BudgetConfig(minutes * share, ofSteps, epochs * share);
    }

    /**
     * What parts of these shares leave of the budget: all together come to it exactly, as long as its steps suffice for one each.
     *
     * @param shares each in (0, 1), below 1 together; none leaves the whole budget
     */
    BudgetConfig rest(List<Double> shares) {
        double left = 1 - shares.stream().mapToDouble(Double::doubleValue).sum();
        long taken = shares.stream().mapToLong(share -> part(share).steps()).sum();
        long ofSteps = steps == 0 ? 0 : Math.max(1, steps - taken);
        return new BudgetConfig(minutes * left, ofSteps, epochs * left);
    }
}
