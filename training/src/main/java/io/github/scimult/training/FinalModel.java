package io.github.scimult.training;

import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.inference.LibtorchEncoder;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.training.config.TrainingPlan;
import io.github.scimult.training.dev.DevEvaluation;
import io.github.scimult.training.dev.DevResult;
import io.github.scimult.training.event.Interpolation;
import io.github.scimult.training.event.RunExtent;
import io.github.scimult.training.event.TrainedCollection;
import io.github.scimult.training.event.TrainingEvent;
import io.github.scimult.training.merge.AlphaSelection;
import io.github.scimult.training.merge.Alphas;
import io.github.scimult.training.merge.InterpolationResult;
import io.github.scimult.training.merge.MergeConfig;
import io.github.scimult.training.merge.ParameterGroups;
import io.github.scimult.training.merge.PerExpertAlpha;
import io.github.scimult.training.merge.PerGroupAlpha;
import io.github.scimult.training.merge.WeightInterpolation;
import io.github.scimult.training.store.RunInputs;
import io.github.scimult.training.store.RunManifest;
import io.github.scimult.training.store.RunStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What comes after the last step: the fine-tuned weights are interpolated with the base's, and written as the result. */
record FinalModel(
        TrainingPlan plan, RunStore store, DevEvaluation dev, DevEncoders encoders, Consumer<TrainingEvent> listener) {
    /** Where there is no dev split to select by. */
    private static final double ALPHA_WITHOUT_DEV = 0.5;

    /** For the manifest. */
    record Origin(RunProgress run, RunInputs inputs, List<TrainedCollection> collections) {}

    void write(EncoderWeights base, FineTunedWeights tuned, Origin origin) throws IOException {
        store.writeModel(store.fineTuned(), tuned.weights(), encoders.tokenizer());
        Choice choice =
                dev.isEmpty() ? new Choice(List.of(), withoutDev(), List.of()) : new Selection(base, tuned).choose();
        Alphas alphas = choice.alphas();
        List<Interpolation> tried =
                choice.tried().stream().map(InterpolationResult::summary).toList();
        listener.accept(new TrainingEvent.Interpolated(tried, alphas.whole(), alphas.groups()));
        RunManifest manifest = manifest(tuned, choice, tried, origin);
        if (alphas.isFineTunedOnly()) {
            store.writeResult(tuned.weights(), encoders.tokenizer(), manifest);
            return;
        }
        try (EncoderWeights result = WeightInterpolation.of(base, tuned.weights(), alphas, merge().groups())) {
            store.writeResult(result, encoders.tokenizer(), manifest);
        }
    }

    private MergeConfig merge() {
        return plan.config().merge();
    }

    private Alphas withoutDev() {
        return Alphas.of(merge().selectsOnDev() ? ALPHA_WITHOUT_DEV : merge().alpha());
    }

    private RunManifest manifest(FineTunedWeights tuned, Choice choice, List<Interpolation> tried, Origin origin) {
        RunManifest.Result interpolation = new RunManifest.Result(
                choice.alphas().whole(), choice.alphas().groups(), DevEvaluation.scores(choice.results()), tried);
        return new RunManifest(
                plan.version(),
                new RunExtent(origin.run().step(), Math.round(origin.run().elapsed())),
                tuned.origin(),
                interpolation,
                origin.inputs(),
                origin.collections(),
                plan.config());
    }

    /**
     * What was selected.
     *
     * @param tried in the order in which they were evaluated
     * @param results of the selected one; none where dev was not evaluated
     */
    private record Choice(List<InterpolationResult> tried, Alphas alphas, List<DevResult> results) {}

    /** Selection of the coefficients on dev. */
    private final class Selection {
        private final EncoderWeights base;
        private final FineTunedWeights tuned;

        Selection(EncoderWeights base, FineTunedWeights tuned) {
            this.base = base;
            this.tuned = tuned;
        }

        Choice choose() {
            if (!merge().selectsOnDev() || !dev.canSelect()) {
                InterpolationResult only = evaluate(withoutDev());
                return new Choice(List.of(only), only.alphas(), only.results());
            }
            List<InterpolationResult> tried = new ArrayList<>();
            merge().alphas().forEach(alpha -> tried.add(evaluate(Alphas.of(alpha))));
            InterpolationResult chosen = ofGroups(AlphaSelection.choose(tried), tried);
            return new Choice(tried, chosen.alphas(), chosen.results());
        }

        private InterpolationResult ofGroups(InterpolationResult start, List<InterpolationResult> tried) {
            EncoderConfig config = tuned.weights().config();
            return merge().groups() == ParameterGroups.EXPERTS
                    ? new PerExpertAlpha(config.experts(), merge().alphas())
                            .select(start, known(tried), tried, this::evaluate)
                    : new PerGroupAlpha(merge().groups().of(config), merge().alphas())
                            .select(start, tried, this::evaluate);
        }

        /** What the evaluations of the whole tell of each expert: all, where the experts alone were trained. */
        private Map<Double, InterpolationResult> known(List<InterpolationResult> tried) {
            Map<Double, InterpolationResult> known = new HashMap<>();
            if (WeightInterpolation.onlyExpertsDiffer(base, tuned.weights())) {
                tried.forEach(result -> known.put(result.alphas().whole(), result));
                known.put(0.0, InterpolationResult.of(Alphas.of(0), dev.resultsOfBaseline()));
            }
            return known;
        }

        private InterpolationResult evaluate(Alphas alphas) {
            if (alphas.isFineTunedOnly() && tuned.results().isPresent()) {
                return InterpolationResult.of(alphas, tuned.results().get());
            }
            try (EncoderWeights interpolated = WeightInterpolation.of(base, tuned.weights(), alphas, merge().groups());
                    LibtorchEncoder encoder = encoders.of(alphas.toString(), interpolated)) {
                return InterpolationResult.of(alphas, dev.evaluate(encoder));
            }
        }
    }
}
