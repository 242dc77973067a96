package io.github.scimult.training.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.training.dev.DevScore;
import java.util.List;
import java.util.Map;

/**
 * What a run reports while it runs: told to its listeners, written as a line of {@code run.jsonl}, and read back from there by
 * reports. A listener is a {@code Consumer<TrainingEvent>}; several are one by {@code andThen}.
 *
 * <p>Steps are counted from 1, times are in seconds since the run began, interruptions left out. Both run on over the stages of a
 * run.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = TrainingEvent.KIND)
@JsonSubTypes({
    @JsonSubTypes.Type(value = TrainingEvent.Started.class, name = "start"),
    @JsonSubTypes.Type(value = TrainingEvent.Step.class, name = "step"),
    @JsonSubTypes.Type(value = TrainingEvent.Evaluated.class, name = "dev"),
    @JsonSubTypes.Type(value = TrainingEvent.Interpolated.class, name = "interpolation"),
    @JsonSubTypes.Type(value = TrainingEvent.Answered.class, name = "examples"),
    @JsonSubTypes.Type(value = TrainingEvent.Ended.class, name = "end"),
    @JsonSubTypes.Type(value = TrainingEvent.Note.class, name = "note")
})
public sealed interface TrainingEvent {
    /** The field of a log line that names the kind of event. */
    String KIND = "event";

    /** The same event as the whole run counts it, where it comes from a stage that begins behind {@code extent}. */
    default TrainingEvent after(RunExtent extent) {
        return this;
    }

    /** Whether it belongs into the run's log; what shows progress alone does not. */
    default boolean isLogged() {
        return true;
    }

    /** Texts are being tokenized. */
    record Tokenizing(String what, int done, int total) implements TrainingEvent {
        @Override
        public boolean isLogged() {
            return false;
        }
    }

    /** Something takes a while: an evaluation on dev, a search for hard negatives. */
    record Working(String what) implements TrainingEvent {
        @Override
        public boolean isLogged() {
            return false;
        }
    }

    /** A sentence for people about something that was decided. */
    record Note(String text) implements TrainingEvent {}

    /**
     * The run starts or resumes.
     *
     * @param time wall-clock time, ISO 8601
     * @param resumedAtStep 0 for a run that starts
     * @param configuration all settings, as JSON, so that a later version can show them whatever its own are
     * @param base the base model's name
     * @param parameters of the encoder
     */
    record Started(
            String time,
            String version,
            long seed,
            long resumedAtStep,
            JsonNode configuration,
            List<TrainedCollection> collections,
            String base,
            long parameters)
            implements TrainingEvent {
        public Started {
            collections = List.copyOf(collections);
        }

        @Override
        public TrainingEvent after(RunExtent extent) {
            return new Started(
                    time, version, seed, extent.steps() + resumedAtStep, configuration, collections, base, parameters);
        }
    }

    /**
     * One optimiser step.
     *
     * @param progress share of the run that is over, in [0, 1]
     * @param source what the batch came from, such as {@code vis/link}
     * @param loss of the batch
     * @param gradientNorm before clipping
     * @param tokens of the batch, padding not counted
     * @param seconds the step took
     * @param remainingSeconds estimated
     */
    record Step(
            long step,
            double progress,
            String source,
            double loss,
            double learningRate,
            double gradientNorm,
            long tokens,
            double seconds,
            double elapsedSeconds,
            double remainingSeconds)
            implements TrainingEvent {
        public double tokensPerSecond() {
            return tokens / seconds;
        }

        @Override
        public TrainingEvent after(RunExtent extent) {
            return new Step(
                    extent.steps() + step,
                    progress,
                    source,
                    loss,
                    learningRate,
                    gradientNorm,
                    tokens,
                    seconds,
                    extent.seconds() + elapsedSeconds,
                    remainingSeconds);
        }
    }

    /**
     * The encoder was evaluated on dev.
     *
     * @param mean over the tasks
     * @param best whether no earlier evaluation was better
     */
    record Evaluated(long step, double elapsedSeconds, double mean, List<DevScore> scores, boolean best)
            implements TrainingEvent {
        public Evaluated {
            scores = List.copyOf(scores);
        }

        @Override
        public TrainingEvent after(RunExtent extent) {
            return new Evaluated(extent.steps() + step, extent.seconds() + elapsedSeconds, mean, scores, best);
        }
    }

    /** Interpolations of base and fine-tuned weights were evaluated on dev, and one of them was chosen. */
    record Interpolated(List<Interpolation> tried, double alpha, Map<String, Double> groupAlphas)
            implements TrainingEvent {
        public Interpolated {
            tried = List.copyOf(tried);
            groupAlphas = groupAlphas == null ? Map.of() : groupAlphas;
        }

        public boolean isChosen(Interpolation one) {
            return one.alpha() == alpha && one.groupAlphas().equals(groupAlphas);
        }
    }

    /** Queries of the dev splits were put to the base model and to the result. */
    record Answered(List<Example> examples) implements TrainingEvent {
        public Answered {
            examples = List.copyOf(examples);
        }
    }

    /** The run ended, or was stopped and can be resumed. */
    record Ended(long step, double elapsedSeconds, String reason) implements TrainingEvent {
        @Override
        public TrainingEvent after(RunExtent extent) {
            return new Ended(extent.steps() + step, extent.seconds() + elapsedSeconds, reason);
        }
    }
}
