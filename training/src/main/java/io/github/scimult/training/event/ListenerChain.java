package io.github.scimult.training.event;

import io.github.scimult.training.merge.Alphas;
import io.github.scimult.training.merge.InterpolationResult;
import java.util.List;
import java.util.Map;

/** Tells several listeners, in their order. */
record ListenerChain(List<TrainingListener> listeners) implements TrainingListener {
    ListenerChain {
        listeners = List.copyOf(listeners);
    }

    @Override
    public void tokenising(String what, int done, int total) {
        listeners.forEach(listener -> listener.tokenising(what, done, total));
    }

    @Override
    public void note(String text) {
        listeners.forEach(listener -> listener.note(text));
    }

    @Override
    public void step(Step step) {
        listeners.forEach(listener -> listener.step(step));
    }

    @Override
    public void measured(Measurement measurement) {
        listeners.forEach(listener -> listener.measured(measurement));
    }

    @Override
    public void blended(List<InterpolationResult> tried, Alphas chosen) {
        listeners.forEach(listener -> listener.blended(tried, chosen));
    }

    @Override
    public void measuring(String what) {
        listeners.forEach(listener -> listener.measuring(what));
    }

    @Override
    public void started(Map<String, Object> facts) {
        listeners.forEach(listener -> listener.started(facts));
    }

    @Override
    public void ended(long step, double elapsedSeconds, String reason) {
        listeners.forEach(listener -> listener.ended(step, elapsedSeconds, reason));
    }
}
