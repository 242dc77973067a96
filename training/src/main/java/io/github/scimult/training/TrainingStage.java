package io.github.scimult.training;

import io.github.scimult.core.retrieval.LexicalIndexer;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.inference.ComputeSettings;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.nn.layer.Precision;
import io.github.scimult.encoder.tensor.NativeHeap;
import io.github.scimult.training.batch.SourceGroup;
import io.github.scimult.training.batch.TokenReading;
import io.github.scimult.training.config.InstructionTexts;
import io.github.scimult.training.config.TrainingConfig;
import io.github.scimult.training.config.TrainingPlan;
import io.github.scimult.training.dev.DevEvaluation;
import io.github.scimult.training.event.RunExtent;
import io.github.scimult.training.event.TrainingEvent;
import io.github.scimult.training.merge.MergeCompatibility;
import io.github.scimult.training.merge.ParameterGroups;
import io.github.scimult.training.merge.PerExpertAlpha;
import io.github.scimult.training.merge.WeightInterpolation;
import io.github.scimult.training.optim.AdamW;
import io.github.scimult.training.optim.Parameter;
import io.github.scimult.training.store.BaselineScores;
import io.github.scimult.training.store.RunInputs;
import io.github.scimult.training.store.RunStore;
import io.github.scimult.training.store.TrainingState;
import io.github.scimult.training.store.TrainingState.Clock;
import io.github.scimult.training.store.TrainingState.Horizon;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One stage of a run: where its parts are put together.
 *
 * @param plan of the stage
 * @param store of the stage
 * @param base the baseline, and what the result is interpolated with
 * @param before what earlier stages came to
 * @param listener of the run, which counts this stage behind those
 */
record TrainingStage(
        TrainingPlan plan,
        RunStore store,
        PretrainedModel base,
        ComputeSettings compute,
        RunExtent before,
        Consumer<TrainingEvent> listener) {

    /**
     * Trains to the end or until it is stopped.
     *
     * @param start where the stage begins, or its checkpoint; closed at the end
     * @param bm25 for mining; null where there is none
     * @param stop asked before every step
     */
    Outcome run(EncoderWeights start, LexicalIndexer bm25, BooleanSupplier stop) throws IOException {
        try (EncoderWeights encoder = start.trainable(config().optim().frozenDepth())) {
            MergeCompatibility.requireStart(base.config(), encoder.config());
            return train(encoder, bm25, stop);
        } finally {
            NativeHeap.trim(); // whatever comes next computes in other threads, which would not find what is free here
        }
    }

    private Outcome train(EncoderWeights encoder, LexicalIndexer bm25, BooleanSupplier stop) throws IOException {
        int maxLength = encoder.config().maxLength();
        TokenReading reading =
                new TokenReading(base.tokenizer(), encoder.config().prompts(), maxLength);
        try (TrainingData data = TrainingData.open(plan, reading, store.cache(), listener);
                EncoderWeights baseline = base.load(base.config().withMaxLength(maxLength), Precision.FLOAT32)) {
            HardNegativeMining mining = new HardNegativeMining(
                    config(), new HardNegativeMining.Place(store.hardNegatives(), before.steps()), data, listener);
            mining.mineByBm25(bm25);
            try (Run run = new Run(data, encoder, baseline, mining)) {
                return run.train(stop);
            }
        }
    }

    /** How the stage ended, and how far it came. */
    record Outcome(TrainingLoop.End end, RunExtent extent) {}

    private TrainingConfig config() {
        return plan.config();
    }

    /** The parts that live as long as the stage is trained. */
    private final class Run implements AutoCloseable {
        private final TrainingData data;
        private final EncoderWeights encoder;
        private final EncoderWeights baseline;
        private final HardNegativeMining mining;
        private final DevEvaluation dev;
        private final DevEncoders encoders;
        private final AdamW optimizer;
        private final RunInputs inputs;

        Run(TrainingData data, EncoderWeights encoder, EncoderWeights baseline, HardNegativeMining mining) {
            this.data = data;
            this.encoder = encoder;
            this.baseline = baseline;
            this.mining = mining;
            this.dev = new DevEvaluation(
                    data.scorers(), what -> listener.accept(new TrainingEvent.Working("evaluating on dev: " + what)));
            this.encoders = new DevEncoders(
                    config().batch().textTokens(encoder.config().maxLength()), base.tokenizer(), compute);
            this.optimizer = new AdamW(
                    config().optim(), Parameter.of(encoder), encoder.config().layers(), compute.workers());
            this.inputs = new RunInputs(base.fingerprint(), data.fingerprints(), data.heldOutFingerprints());
        }

        Outcome train(BooleanSupplier stop) throws IOException {
            boolean resumed = store.checkpoint().exists();
            TrainingState saved = resumed ? store.checkpoint().restore(optimizer, inputs, plan) : null;
            listener.accept(RunHeader.of(plan, data, base, encoder, resumed ? saved.step() : 0));
            long begun = System.nanoTime();
            BaselineScores baselineScores =
                    BaselineScores.keptOrEvaluated(store, inputs, dev, () -> encoders.of("base", baseline));
            double seconds = (System.nanoTime() - begun) / 1e9;
            TrainingState state = resumed
                    ? saved.with(new Clock(
                            saved.clock().elapsedSeconds() + seconds,
                            saved.clock().trainingSeconds()))
                    : firstState(baselineScores, seconds);
            RunProgress run = new RunProgress(config(), data, budget(), state);
            run.takeTime(0);
            mining.belongTo(run, () -> encoders.of("mining", encoder));
            DevSelection selection = new DevSelection(config(), run, dev, encoders, encoder, store, listener);
            TrainingLoop.End end = loop(run, selection).run(stop);
            return finish(end, run, selection);
        }

        private RunBudget budget() {
            return RunBudget.of(config(), groupsToEvaluate(), !dev.isEmpty());
        }

        /** Where experts alone are trained, the evaluations of the whole tell of each, see {@link PerExpertAlpha}. */
        private int groupsToEvaluate() {
            ParameterGroups groups = config().merge().groups();
            boolean known = groups == ParameterGroups.EXPERTS && WeightInterpolation.trainsExpertsAlone(encoder);
            return known ? 1 : groups.of(encoder.config()).size();
        }

        private TrainingState firstState(BaselineScores scores, double seconds) {
            long batches = data.groups().stream()
                    .mapToLong(SourceGroup::batchesAnEpoch)
                    .sum();
            Horizon horizon =
                    new Horizon(budget().totalSteps(batches, config().batch().accumulationSteps()), 0);
            return TrainingState.start(data.sources().size(), horizon, new Clock(seconds, 0), scores.seconds());
        }

        private TrainingLoop loop(RunProgress run, DevSelection selection) {
            CheckpointSaving saving = new CheckpointSaving(
                    config(),
                    run,
                    new CheckpointSaving.Saved(store.checkpoint(), encoder, base.tokenizer(), optimizer, inputs),
                    mining);
            TrainingLoop.Model model = new TrainingLoop.Model(
                    new TrainingStep(
                            encoder,
                            compute,
                            Objective.of(config()),
                            config().batch().chunkTokens()),
                    optimizer,
                    new InstructionTexts(config().instructions(), encoder.config(), base.tokenizer(), config().seed()));
            List<TrainingHook> hooks = List.of(
                    new MemoryTrimming(), mining, selection, new TaskBalancing(config(), run, listener), saving);
            return new TrainingLoop(config(), run, model, hooks, listener);
        }

        /** The result, unless the stage was stopped. */
        private Outcome finish(TrainingLoop.End end, RunProgress run, DevSelection selection) throws IOException {
            if (end != TrainingLoop.End.STOPPED) {
                optimizer.close(); // twice the size of the weights, which choosing the result has a use for
                try (FineTunedWeights tuned =
                        FineTunedWeights.choose(store, dev, encoders, encoder, selection.best())) {
                    new FinalModel(plan, store, dev, encoders, listener)
                            .write(baseline, tuned, new FinalModel.Origin(run, inputs, RunHeader.collections(data)));
                }
            }
            return new Outcome(end, new RunExtent(run.step(), run.elapsed()));
        }

        @Override
        public void close() {
            optimizer.close();
        }
    }
}
