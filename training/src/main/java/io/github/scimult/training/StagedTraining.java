package io.github.scimult.training;

import io.github.scimult.core.retrieval.LexicalIndexer;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.checkpoint.ModelFolder;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.inference.ComputeSettings;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.nn.layer.Precision;
import io.github.scimult.encoder.tokenizer.TextTokenizer;
import io.github.scimult.training.config.StageConfig;
import io.github.scimult.training.config.TrainingPlan;
import io.github.scimult.training.dev.DevEvaluation;
import io.github.scimult.training.event.TrainingListener;
import io.github.scimult.training.merge.MergeCompatibility;
import io.github.scimult.training.store.RunStore;
import io.github.scimult.training.store.StageCache;
import io.github.scimult.training.store.TrainingExtent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The stages of a run, one after the other, each from the result of the one before; going on begins where the run stood.
 *
 * @param plan of the whole run
 * @param folder of the last stage, with those of the others in it
 * @param base where the first stage begins, and what the last one's result is blended with
 * @param words finds neighbours by words; null where there is none
 * @param finished stages of other runs, to be taken over where this one would train the same
 */
record StagedTraining(
        TrainingPlan plan,
        RunStore folder,
        PretrainedModel base,
        ComputeSettings compute,
        TrainingListener listener,
        LexicalIndexer words,
        StageCache finished) {

    /** @return whether the run came to its end; false if it was stopped */
    boolean run(BooleanSupplier stop) throws IOException {
        TrainingExtent before = new TrainingExtent(0, 0);
        RunStore previous = null;
        List<StageConfig> stages = plan.config().stages();
        for (int number = 1; number <= stages.size(); number++) {
            StageConfig stage = stages.get(number - 1);
            RunStore own = folder.stage(number, stage.variant());
            String name = "stage %d of %d: %s"
                    .formatted(number, stages.size() + 1, stage.variant().lowerCaseName());
            Optional<Path> other = own.isFinished() ? Optional.empty() : finished.takeOver(plan, number, folder);
            if (other.isPresent()) {
                listener.note("%s, as %s has trained it".formatted(name, other.get()));
            }
            if (!own.isFinished()) {
                listener.note(name);
                Stage run = new Stage(plan.ofStage(stage), own, before, StageListener.within(listener, before));
                if (!run.go(previous, stop)) {
                    return false;
                }
            }
            before = before.plus(own.extent());
            previous = own;
        }
        TrainingListener last = stages.isEmpty() ? listener : StageListener.last(listener, before);
        return new Stage(plan, folder, before, last).go(previous, stop);
    }

    /** One stage. */
    private final class Stage {
        private final TrainingPlan own;
        private final RunStore place;
        private final TrainingExtent before;
        private final TrainingListener told;

        Stage(TrainingPlan own, RunStore place, TrainingExtent before, TrainingListener told) {
            this.own = own;
            this.place = place;
            this.before = before;
            this.told = told;
        }

        /** @param previous the stage before; null if this is the first */
        boolean go(RunStore previous, BooleanSupplier stop) throws IOException {
            if (place.hasLatest()) {
                try (PretrainedModel latest = place.loadLatest()) {
                    return train(latest.load(Precision.FLOAT32), true, stop);
                }
            }
            if (previous == null) {
                return train(from(base), false, stop);
            }
            try (PretrainedModel start = ModelFolder.load(previous.root())) {
                return train(from(start), false, stop);
            }
        }

        private EncoderWeights from(PretrainedModel start) {
            EncoderConfig trained = own.config().encoder(start.config());
            MergeCompatibility.requireStart(start.config(), trained);
            return start.load(trained, Precision.FLOAT32);
        }

        /** @param start closed at the end */
        private boolean train(EncoderWeights start, boolean resumed, BooleanSupplier stop) throws IOException {
            try (EncoderWeights encoder = start.trainable()) {
                MergeCompatibility.requireStart(base.config(), encoder.config());
                return trainOn(encoder, resumed, stop);
            }
        }

        private boolean trainOn(EncoderWeights encoder, boolean resumed, BooleanSupplier stop) throws IOException {
            TextTokenizer tokenizer = base.tokenizer();
            int maxLength = encoder.config().maxLength();
            try (TrainingData setup = TrainingData.open(own, tokenizer, maxLength, place.cache(), told);
                    EncoderWeights baseEncoder = base.load(base.config().withMaxLength(maxLength), Precision.FLOAT32)) {
                HardNegativeSchedule neighbours =
                        new HardNegativeSchedule(own.config(), place.neighbours(), before.steps(), setup, told);
                neighbours.searchByWords(words);
                DevEvaluation dev = new DevEvaluation(setup.scorers(), told::measuring);
                return runLoop(
                        new LoopParts(own.config(), place, setup, neighbours, dev, told, encoder, tokenizer, compute),
                        baseEncoder,
                        resumed,
                        stop);
            }
        }

        private boolean runLoop(LoopParts parts, EncoderWeights baseEncoder, boolean resumed, BooleanSupplier stop)
                throws IOException {
            try (TrainingLoop loop = new TrainingLoop(parts)) {
                if (resumed) {
                    loop.restore();
                }
                told.started(RunHeader.of(
                        own, parts.setup(), base, parts.encoder(), loop.state().step()));
                loop.startClock();
                loop.measureBase(baseEncoder);
                TrainingLoop.End end = loop.run(stop);
                if (end == TrainingLoop.End.STOPPED) {
                    told.ended(loop.state().step(), loop.elapsed(), "stopped; can be resumed");
                    return false;
                }
                new FinalModel(own, place, parts.setup(), parts.dev(), told)
                        .finish(loop, baseEncoder, parts.encoder(), base.tokenizer());
                String reason = end == TrainingLoop.End.BUDGET_USED ? "budget used" : "no more improvement on dev";
                if (place == folder) {
                    told.ended(loop.state().step(), loop.elapsed(), reason);
                } else {
                    told.note("the stage is over after %,d steps: %s"
                            .formatted(loop.state().step(), reason));
                }
                return true;
            }
        }
    }
}
