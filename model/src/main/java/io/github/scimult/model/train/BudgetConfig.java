package io.github.scimult.model.train;

/**
 * When training ends: by whichever limit comes first; 0 sets none. At least one must be set.
 *
 * @param minutes of wall-clock time, measuring on dev and blending included; the schedule is laid over it
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

    /** A part of the budget, in (0, 1]; of steps at least one where there is a limit. */
    BudgetConfig part(double share) {
        return new BudgetConfig(minutes * share, (long) Math.ceil(steps * share), epochs * share);
    }
}
