package io.github.scimult.training;

import io.github.scimult.training.event.TrainingListener;
import io.github.scimult.training.merge.Alphas;
import io.github.scimult.training.merge.InterpolationResult;
import io.github.scimult.training.store.TrainingExtent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells of one stage as a part of the whole run: its steps and seconds are counted on from those of the stages before.
 *
 * @param listener of the whole run
 * @param before what the stages before came to
 * @param isLast whether the run ends with this stage
 */
record StageListener(TrainingListener listener, TrainingExtent before, boolean isLast) implements TrainingListener {
    static TrainingListener within(TrainingListener listener, TrainingExtent before) {
        return new StageListener(listener, before, false);
    }

    static TrainingListener last(TrainingListener listener, TrainingExtent before) {
        return new StageListener(listener, before, true);
    }

    @Override
    public void tokenising(String what, int done, int total) {
        listener.tokenising(what, done, total);
    }

    @Override
    public void note(String text) {
        listener.note(text);
    }

    @Override
    public void measuring(String what) {
        listener.measuring(what);
    }

    @Override
    public void step(Step step) {
        listener.step(new Step(
                before.steps() + step.step(),
                step.progress(),
                step.source(),
                step.loss(),
                step.rate(),
                step.gradientNorm(),
                step.tokens(),
                step.seconds(),
                before.seconds() + step.elapsedSeconds(),
                step.remainingSeconds()));
    }

    @Override
    public void measured(Measurement measurement) {
        listener.measured(new Measurement(
                before.steps() + measurement.step(),
                before.seconds() + measurement.elapsedSeconds(),
                measurement.mean(),
                measurement.figures(),
                measurement.best()));
    }

    @Override
    public void blended(List<InterpolationResult> tried, Alphas chosen) {
        if (isLast) {
            listener.blended(tried, chosen);
        }
    }

    @Override
    public void started(Map<String, Object> facts) {
        Map<String, Object> shifted = new LinkedHashMap<>(facts);
        shifted.computeIfPresent("resumedAtStep", (key, step) -> before.steps() + ((Number) step).longValue());
        listener.started(shifted);
    }

    @Override
    public void ended(long step, double elapsedSeconds, String reason) {
        listener.ended(before.steps() + step, before.seconds() + elapsedSeconds, reason);
    }
}
