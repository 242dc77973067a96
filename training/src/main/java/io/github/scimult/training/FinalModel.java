package io.github.scimult.training;

import io.github.scimult.encoder.checkpoint.ModelFolder;
import io.github.scimult.encoder.checkpoint.WeightArrays;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.tokenizer.TextTokenizer;
import io.github.scimult.training.config.TrainingPlan;
import io.github.scimult.training.dev.DevEvaluation;
import io.github.scimult.training.dev.DevResult;
import io.github.scimult.training.event.TrainingListener;
import io.github.scimult.training.merge.AlphaSelection;
import io.github.scimult.training.merge.Alphas;
import io.github.scimult.training.merge.InterpolationResult;
import io.github.scimult.training.merge.MergeConfig;
import io.github.scimult.training.merge.PerGroupAlpha;
import io.github.scimult.training.merge.WeightInterpolation;
import io.github.scimult.training.store.RunStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What comes after the last step: the best is taken, blended with the base, and written as the result. */
final class FinalModel {
    /** Where there is no dev split to choose by. */
    private static final double SHARE_WITHOUT_DEV = 0.5;

    private final TrainingPlan plan;
    private final MergeConfig merge;
    private final RunStore folder;
    private final TrainingData setup;
    private final DevEvaluation dev;
    private final TrainingListener listener;

    FinalModel(TrainingPlan plan, RunStore folder, TrainingData setup, DevEvaluation dev, TrainingListener listener) {
        this.plan = plan;
        this.merge = plan.config().merge();
        this.folder = folder;
        this.setup = setup;
        this.dev = dev;
        this.listener = listener;
    }

    void finish(TrainingLoop loop, EncoderWeights base, EncoderWeights last, TextTokenizer tokenizer)
            throws IOException {
        try (FineTunedWeights trained = FineTunedWeights.choose(folder, loop, last)) {
            finish(loop, base, trained, tokenizer);
        }
    }

    private void finish(TrainingLoop loop, EncoderWeights base, FineTunedWeights trained, TextTokenizer tokenizer)
            throws IOException {
        folder.writeModel(folder.trained(), trained.weights(), tokenizer);
        Choice choice = dev.isEmpty()
                ? new Choice(List.of(), withoutDev(), List.of())
                : new Attempts(loop, base, trained).choose();
        listener.blended(choice.tried(), choice.shares());
        if (choice.shares().isTrainedAlone()) {
            write(trained.weights(), tokenizer);
        } else {
            try (EncoderWeights result =
                    WeightInterpolation.of(base, trained.weights(), choice.shares(), merge.parts())) {
                write(result, tokenizer);
            }
        }
        folder.writeJson(folder.manifest(), manifest(loop, trained, choice));
    }

    /**
     * What was decided.
     *
     * @param tried in the order in which it was tried
     * @param figures of the blend that was chosen; none where dev was not measured
     */
    private record Choice(List<InterpolationResult> tried, Alphas shares, List<DevResult> figures) {}

    private Alphas withoutDev() {
        return Alphas.of(merge.choosesOnDev() ? SHARE_WITHOUT_DEV : merge.share());
    }

    /** The blends that are tried on dev. */
    private final class Attempts {
        private final TrainingLoop loop;
        private final EncoderWeights base;
        private final FineTunedWeights trained;

        Attempts(TrainingLoop loop, EncoderWeights base, FineTunedWeights trained) {
            this.loop = loop;
            this.base = base;
            this.trained = trained;
        }

        Choice choose() {
            if (!merge.choosesOnDev() || !dev.canChoose()) {
                InterpolationResult only = measure(withoutDev());
                return new Choice(List.of(only), only.shares(), only.figures());
            }
            List<InterpolationResult> tried = new ArrayList<>();
            merge.shares().forEach(share -> tried.add(measure(Alphas.of(share))));
            PerGroupAlpha parts =
                    new PerGroupAlpha(merge.parts().of(trained.weights().config()), merge.shares());
            InterpolationResult chosen = parts.fit(AlphaSelection.choose(tried), tried, this::measure);
            return new Choice(tried, chosen.shares(), chosen.figures());
        }

        private InterpolationResult measure(Alphas shares) {
            if (shares.isTrainedAlone() && trained.figures() != null) {
                return InterpolationResult.of(shares, trained.figures());
            }
            try (EncoderWeights blend = WeightInterpolation.of(base, trained.weights(), shares, merge.parts())) {
                return InterpolationResult.of(shares, loop.measured(shares.inWords(), blend));
            }
        }
    }

    /** File by file, each whole; the manifest, written last, says that all are there. */
    private void write(EncoderWeights result, TextTokenizer tokenizer) throws IOException {
        ModelFolder.write(folder.root(), result.config(), WeightArrays.of(result), tokenizer);
    }

    private Map<String, Object> manifest(TrainingLoop loop, FineTunedWeights trained, Choice choice) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("version", plan.version());
        manifest.put("seed", plan.config().seed());
        manifest.put("steps", loop.state().step());
        manifest.put("seconds", Math.round(loop.elapsed()));
        manifest.put("trained", trained.origin());
        manifest.put("mergeShare", choice.shares().whole());
        manifest.put("mergeParts", choice.shares().parts());
        manifest.put("dev", choice.figures());
        manifest.put("blends", choice.tried());
        manifest.put("collections", RunHeader.collections(setup));
        manifest.put("configuration", plan.config());
        return manifest;
    }
}
