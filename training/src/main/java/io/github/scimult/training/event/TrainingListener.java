package io.github.scimult.training.event;

import io.github.scimult.training.dev.DevResult;
import io.github.scimult.training.merge.Alphas;
import io.github.scimult.training.merge.InterpolationResult;
import java.util.List;
import java.util.Map;

/** Is told how training goes; whoever shows or records it. */
public interface TrainingListener {
    /** Hears nothing. */
    TrainingListener SILENT = new TrainingListener() {};

    /** Texts are turned into tokens. */
    default void tokenising(String what, int done, int total) {}

    /** A line for people about something that was decided. */
    default void note(String text) {}

    /** A step is done. */
    default void step(Step step) {}

    /** Dev was measured. */
    default void measured(Measurement measurement) {}

    /** Blends with the base were measured, and one of them was chosen. */
    default void blended(List<InterpolationResult> tried, Alphas chosen) {}

    /** Measuring on dev is under way. */
    default void measuring(String what) {}

    /**
     * One optimiser step.
     *
     * @param step counted from 1
     * @param progress share of the run that is over, in [0, 1]
     * @param source what the batch came from, such as {@code vis/link}
     * @param loss of the batch
     * @param rate learning rate
     * @param gradientNorm before clipping
     * @param tokens of the batch, without filling
     * @param seconds the step took
     * @param elapsedSeconds since training began, earlier parts of a resumed run included
     * @param remainingSeconds estimated
     */
    record Step(
            long step,
            double progress,
            String source,
            double loss,
            double rate,
            double gradientNorm,
            long tokens,
            double seconds,
            double elapsedSeconds,
            double remainingSeconds) {}

    /**
     * All dev figures at one step.
     *
     * @param mean over the tasks
     * @param best whether no earlier one was better
     */
    record Measurement(long step, double elapsedSeconds, double mean, List<DevResult> figures, boolean best) {}

    /** Listeners one after the other. */
    static TrainingListener all(List<TrainingListener> listeners) {
        return new ListenerChain(listeners);
    }

    /** The run begins, or goes on. */
    default void started(Map<String, Object> facts) {}

    /** The run is over. */
    default void ended(long step, double elapsedSeconds, String reason) {}
}
