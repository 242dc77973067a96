package io.github.scimult.model.train;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
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

    /** A share of the blend was measured. */
    default void blended(List<Blended> tried, double chosen) {}

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
     * One task's figure on one collection's dev split.
     *
     * @param source such as {@code vis/link}
     * @param figure such as {@code Recall@20}
     * @param value the trained encoder's
     * @param base the base's; NaN where it is not known
     * @param standardError of the value's difference to the base's
     * @param perQuery each query's value; files show only how many there are
     */
    @SuppressWarnings("ArrayRecordComponent")
    record DevFigure(
            String source,
            String figure,
            double value,
            double base,
            double standardError,
            @JsonIgnore double[] perQuery) {
        @JsonProperty("queries")
        public int queries() {
            return perQuery.length;
        }
    }

    /**
     * All dev figures at one step.
     *
     * @param mean over the tasks
     * @param best whether no earlier one was better
     */
    record Measurement(long step, double elapsedSeconds, double mean, List<DevFigure> figures, boolean best) {}

    /**
     * The dev figures of one share of the blend.
     *
     * @param mean over the tasks
     * @param gain on the base, in parts of the base's figures
     */
    record Blended(double share, double mean, double gain, List<DevFigure> figures) {}

    /** Listeners one after the other. */
    static TrainingListener all(List<TrainingListener> listeners) {
        return new ListenerChain(listeners);
    }

    /** The run begins, or goes on. */
    default void started(Map<String, Object> facts) {}

    /** The run is over. */
    default void ended(long step, double elapsedSeconds, String reason) {}
}
