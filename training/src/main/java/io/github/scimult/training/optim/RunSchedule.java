package io.github.scimult.training.optim;

import io.github.scimult.training.config.OptimConfig;

/**
 * When a run ends and which learning rate holds where: laid over steps, over training time, or over whichever is further on.
 *
 * @param optim peak and warm-up
 * @param totalSteps 0 for no limit
 * @param totalSeconds of optimiser steps alone, 0 for no limit: what evaluations and mining take is no part of the schedule
 */
public record RunSchedule(OptimConfig optim, long totalSteps, double totalSeconds) {
    /** Time is cut into so many parts, which take the place of steps. */
    private static final long PARTS = 1_000_000;

    /** The share of the run that is over, in [0, 1]. */
    public double progress(long step, double trainingSeconds) {
        return Math.min(1, Math.max(bySteps(step), byTime(trainingSeconds)));
    }

    public boolean isOver(long step, double trainingSeconds) {
        return progress(step, trainingSeconds) >= 1;
    }

    public double rate(long step, double trainingSeconds) {
        if (byTime(trainingSeconds) > bySteps(step)) {
            long warmup = Math.round(optim.warmup() * PARTS);
            return new LearningRateSchedule(optim.lr(), warmup, PARTS)
                    .rate(Math.round(byTime(trainingSeconds) * PARTS));
        }
        long warmup = Math.round(optim.warmup() * totalSteps);
        return new LearningRateSchedule(optim.lr(), warmup, Math.max(warmup, totalSteps)).rate(step);
    }

    private double bySteps(long step) {
        return totalSteps == 0 ? 0 : (double) step / totalSteps;
    }

    private double byTime(double trainingSeconds) {
        return totalSeconds == 0 ? 0 : trainingSeconds / totalSeconds;
    }
}
