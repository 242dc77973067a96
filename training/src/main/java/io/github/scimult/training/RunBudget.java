package io.github.scimult.training;

import io.github.scimult.training.config.BudgetConfig;
import io.github.scimult.training.config.TrainingConfig;
import io.github.scimult.training.store.TrainingState.Clock;
import io.github.scimult.training.store.TrainingState.Horizon;
import io.github.scimult.training.store.TrainingState.Selection;

/**
 * How a run's budget becomes the horizon of its schedule. Under a limit of minutes the schedule runs over the time of optimiser steps;
 * what evaluations on dev and mining have taken, and what evaluations still will take, is left out of it but not out of the budget.
 *
 * @param budget of the run, or of its last stage
 * @param evaluationsInRun planned on dev while training
 * @param evaluationsAtEnd for interpolation
 */
record RunBudget(BudgetConfig budget, int evaluationsInRun, int evaluationsAtEnd) {
    /** Training gets at least this share of the minutes: where evaluations take more, the run takes longer. */
    private static final double MIN_TRAINING_SHARE = 0.5;

    /** @param groupsOfEncoder parameter groups that may get an interpolation coefficient of their own */
    static RunBudget of(TrainingConfig config, int groupsOfEncoder, boolean hasDev) {
        return new RunBudget(
                config.budgetOfLastStage(),
                hasDev && config.dev().everySteps() == 0 ? config.dev().evaluations() : 0,
                hasDev ? config.merge().evaluations(groupsOfEncoder) : 0);
    }

    /**
     * Optimiser steps of the run; an epoch's number of batches varies, so they are counted once, at the run's start.
     *
     * @param batchesPerEpoch of the first epoch
     * @return 0 for no limit
     */
    long totalSteps(long batchesPerEpoch, int accumulationSteps) {
        long byEpochs = (long) Math.ceil(budget.epochs() * batchesPerEpoch / accumulationSteps);
        long bySteps = budget.steps();
        return byEpochs == 0 || bySteps == 0 ? Math.max(byEpochs, bySteps) : Math.min(byEpochs, bySteps);
    }

    /** The horizon as it is known now; its time never grows, so that progress never falls back. */
    Horizon horizon(Horizon before, Clock clock, Selection selection) {
        double total = 60 * budget.minutes();
        if (total == 0) {
            return before;
        }
        double besideTraining = clock.elapsedSeconds() - clock.trainingSeconds() + secondsOfEvaluationsLeft(selection);
        double seconds = Math.max(MIN_TRAINING_SHARE * total, total - besideTraining);
        return new Horizon(
                before.steps(), before.trainingSeconds() == 0 ? seconds : Math.min(before.trainingSeconds(), seconds));
    }

    /** What evaluations on dev will still take. */
    double secondsOfEvaluationsLeft(Selection selection) {
        int left = Math.max(0, evaluationsInRun - selection.evaluations()) + evaluationsAtEnd;
        return left * selection.secondsPerEvaluation();
    }
}
