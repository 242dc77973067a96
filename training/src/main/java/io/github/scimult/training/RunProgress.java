package io.github.scimult.training;

import io.github.scimult.training.batch.SourceGroup;
import io.github.scimult.training.batch.TrainingSource;
import io.github.scimult.training.config.TrainingConfig;
import io.github.scimult.training.dev.DevScore;
import io.github.scimult.training.optim.RunSchedule;
import io.github.scimult.training.pair.TaskMix;
import io.github.scimult.training.store.TrainingState;
import io.github.scimult.training.store.TrainingState.Clock;
import io.github.scimult.training.store.TrainingState.Position;
import java.util.List;
import java.util.Map;

/** Where a run stands while it runs: its state, its clock, and what is sampled next. The loop and its hooks share it. */
final class RunProgress {
    private final TrainingConfig config;
    private final TrainingData data;
    private final RunBudget budget;
    private TrainingState state;
    private TaskMix mix;
    private long markNanos;
    private List<DevScore> scoresOfStep = List.of();

    /** @param state to begin with; the clock starts now */
    RunProgress(TrainingConfig config, TrainingData data, RunBudget budget, TrainingState state) {
        this.config = config;
        this.data = data;
        this.budget = budget;
        this.state = state;
        this.mix = mix();
        this.markNanos = System.nanoTime();
        seekSources();
    }

    private TaskMix mix() {
        return new TaskMix(data.shares(state.taskFactors()), config.seed());
    }

    private void seekSources() {
        for (int i = 0; i < data.sources().size(); i++) {
            data.sources()
                    .get(i)
                    .seek(state.position().epochs()[i], state.position().batches()[i]);
        }
    }

    TrainingState state() {
        return state;
    }

    /** Optimiser steps done. */
    long step() {
        return state.step();
    }

    /** Seconds since the run began, interruptions left out. */
    double elapsed() {
        return state.clock().elapsedSeconds() + (System.nanoTime() - markNanos) / 1e9;
    }

    /** The share of the run that is over, in [0, 1]. */
    double progress() {
        return schedule().progress(step(), state.clock().trainingSeconds());
    }

    boolean isOver() {
        return progress() >= 1;
    }

    /** Estimated seconds until the run is over. */
    double remainingSeconds() {
        double progress = progress();
        return progress == 0
                ? 0
                : state.clock().trainingSeconds() * (1 - progress) / progress
                        + budget.secondsOfEvaluationsLeft(state.selection());
    }

    double learningRate() {
        return schedule().rate(step(), state.clock().trainingSeconds());
    }

    private RunSchedule schedule() {
        return new RunSchedule(
                config.optim(), state.horizon().steps(), state.horizon().trainingSeconds());
    }

    /** What the next step draws its batches from. */
    SourceGroup nextGroup() {
        return data.groups().get(mix.source(step()));
    }

    /** Counts a step. @param seconds it took */
    void advance(double seconds) {
        long[] epochs =
                data.sources().stream().mapToLong(TrainingSource::epochNumber).toArray();
        int[] batches =
                data.sources().stream().mapToInt(TrainingSource::nextBatch).toArray();
        state = state.with(new Position(step() + 1, epochs, batches));
        takeTime(seconds);
        scoresOfStep = List.of();
    }

    /** Puts the time that has passed into the state, and plans the rest anew. */
    void takeTime(double trainingSeconds) {
        double now = elapsed();
        markNanos = System.nanoTime();
        state = state.with(new Clock(now, state.clock().trainingSeconds() + trainingSeconds));
        state = state.with(budget.horizon(state.horizon(), state.clock(), state.selection()));
    }

    /** Notes an evaluation on dev. @param best whether no earlier one was better */
    void evaluated(List<DevScore> scores, double mean, boolean best, double seconds) {
        state = state.with(state.selection().with(mean, best, seconds));
        scoresOfStep = scores;
        takeTime(0);
    }

    /** The dev scores after the last step; none where dev was not evaluated then. */
    List<DevScore> scoresOfStep() {
        return scoresOfStep;
    }

    /** From now on samples tasks with these factors on their weights. */
    void balance(Map<String, Double> factors) {
        state = state.withTaskFactors(factors);
        mix = mix();
    }
}
