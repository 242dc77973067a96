package io.github.scimult.training.event;

import io.github.scimult.training.dev.DevScore;
import java.util.List;
import java.util.Optional;

/**
 * The events of a run, as its log has them.
 *
 * @param start a resumed run starts again, and the last start counts
 * @param steps by rising step number
 * @param evaluations on dev, by rising step number
 * @param interpolation of base and fine-tuned weights; empty if none was evaluated
 * @param examples what the base model and the result find for dev queries
 * @param end empty while the run lasts, or after it was killed
 */
public record RunHistory(
        TrainingEvent.Started start,
        List<TrainingEvent.Step> steps,
        List<TrainingEvent.Evaluated> evaluations,
        Optional<TrainingEvent.Interpolated> interpolation,
        List<Example> examples,
        Optional<TrainingEvent.Ended> end) {
    public RunHistory {
        steps = List.copyOf(steps);
        evaluations = List.copyOf(evaluations);
        examples = List.copyOf(examples);
    }

    /** The evaluation whose weights were kept: the last one marked best, or else the last. */
    public Optional<TrainingEvent.Evaluated> best() {
        return evaluations.stream()
                .filter(TrainingEvent.Evaluated::best)
                .reduce((earlier, later) -> later)
                .or(() -> evaluations.stream().reduce((earlier, later) -> later));
    }

    /** The scores of the resulting model: of the chosen interpolation, or else of the best evaluation. */
    public List<DevScore> outcome() {
        return interpolation
                .flatMap(all -> all.tried().stream().filter(all::isChosen).findFirst())
                .map(Interpolation::scores)
                .or(() -> best().map(TrainingEvent.Evaluated::scores))
                .orElse(List.of());
    }

    public long lastStep() {
        return end.map(TrainingEvent.Ended::step)
                .orElse(steps.isEmpty() ? 0 : steps.getLast().step());
    }

    public double elapsedSeconds() {
        return end.map(TrainingEvent.Ended::elapsedSeconds)
                .orElse(steps.isEmpty() ? 0 : steps.getLast().elapsedSeconds());
    }
}
