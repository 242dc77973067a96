package io.github.scimult.training;

import io.github.scimult.core.retrieval.LexicalIndexer;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.checkpoint.ModelFolder;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.inference.ComputeSettings;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.nn.layer.Precision;
import io.github.scimult.training.config.StageConfig;
import io.github.scimult.training.config.TrainingPlan;
import io.github.scimult.training.event.RunExtent;
import io.github.scimult.training.event.TrainingEvent;
import io.github.scimult.training.merge.MergeCompatibility;
import io.github.scimult.training.store.RunInputs;
import io.github.scimult.training.store.RunStore;
import io.github.scimult.training.store.StageCache;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The stages of a run, one after the other, each from the result of the one before; resuming begins where the run stood.
 *
 * @param plan of the whole run
 * @param store of the last stage, with those of the others in it
 * @param base where the first stage begins, and what the last one's result is interpolated with
 * @param compute how this machine computes
 * @param mining BM25 for mining; null where there is none
 */
record StagedTraining(
        TrainingPlan plan, RunStore store, PretrainedModel base, ComputeSettings compute, LexicalIndexer mining) {

    /**
     * Trains, or resumes.
     *
     * @param finished stages of other runs, to be taken over where this one would train the same
     * @return whether the run came to its end; false if it was stopped
     */
    boolean run(StageCache finished, Consumer<TrainingEvent> listener, BooleanSupplier stop) throws IOException {
        RunExtent before = RunExtent.NONE;
        Optional<RunStore> previous = Optional.empty();
        List<StageConfig> stages = plan.config().stages();
        for (int number = 1; number <= stages.size(); number++) {
            StageConfig stage = stages.get(number - 1);
            RunStore own = store.stage(number, stage.variant());
            if (!own.isFinished() && !takenOver(finished, number, listener)) {
                listener.accept(new TrainingEvent.Note(name(number)));
                if (!train(plan.ofStage(stage), own, before, previous, listener, stop)) {
                    return false;
                }
            }
            before = before.plus(own.readManifest().extent());
            previous = Optional.of(own);
        }
        return train(plan, store, before, previous, listener, stop);
    }

    private String name(int number) {
        List<StageConfig> stages = plan.config().stages();
        return "stage %d of %d: %s"
                .formatted(
                        number,
                        stages.size() + 1,
                        stages.get(number - 1).variant().lowerCaseName());
    }

    private boolean takenOver(StageCache finished, int number, Consumer<TrainingEvent> listener) throws IOException {
        Optional<Path> other = finished.takeOver(plan, number, () -> RunInputs.now(plan, base), store);
        other.ifPresent(run ->
                listener.accept(new TrainingEvent.Note("%s, as %s has trained it".formatted(name(number), run))));
        return other.isPresent();
    }

    /** @param before what the stages before came to. @return whether the stage came to its end */
    private boolean train(
            TrainingPlan own,
            RunStore place,
            RunExtent before,
            Optional<RunStore> previous,
            Consumer<TrainingEvent> listener,
            BooleanSupplier stop)
            throws IOException {
        boolean isLast = place == store;
        Consumer<TrainingEvent> ofStage = event -> {
            // The result of a stage before the last is its best weights as they are.
            if (isLast || !(event instanceof TrainingEvent.Interpolated)) {
                listener.accept(event.after(before));
            }
        };
        TrainingStage stage = new TrainingStage(own, place, base, compute, before, ofStage);
        TrainingStage.Outcome outcome = run(stage, own, previous, stop);
        RunExtent whole = before.plus(outcome.extent());
        String reason = reason(outcome.end());
        listener.accept(
                isLast || outcome.end() == TrainingLoop.End.STOPPED
                        ? new TrainingEvent.Ended(whole.steps(), whole.seconds(), reason)
                        : new TrainingEvent.Note("the stage is over after %,d steps: %s"
                                .formatted(outcome.extent().steps(), reason)));
        return outcome.end() != TrainingLoop.End.STOPPED;
    }

    private static String reason(TrainingLoop.End end) {
        return switch (end) {
            case STOPPED -> "stopped; can be resumed";
            case BUDGET_USED -> "budget used";
            case NO_MORE_IMPROVEMENT -> "no more improvement on dev";
        };
    }

    /** From its checkpoint, else from what the stage before has made, else from the base. */
    private TrainingStage.Outcome run(
            TrainingStage stage, TrainingPlan own, Optional<RunStore> previous, BooleanSupplier stop)
            throws IOException {
        if (stage.store().checkpoint().exists()) {
            try (PretrainedModel latest = stage.store().checkpoint().model()) {
                return stage.run(latest.load(Precision.FLOAT32), mining, stop);
            }
        }
        if (previous.isEmpty()) {
            return stage.run(from(own, base), mining, stop);
        }
        try (PretrainedModel start = ModelFolder.load(previous.get().root())) {
            return stage.run(from(own, start), mining, stop);
        }
    }

    private static EncoderWeights from(TrainingPlan own, PretrainedModel start) {
        EncoderConfig trained = own.config().encoder(start.config());
        MergeCompatibility.requireStart(start.config(), trained);
        return start.load(trained, Precision.FLOAT32);
    }
}
