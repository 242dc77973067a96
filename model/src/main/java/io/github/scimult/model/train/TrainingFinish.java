package io.github.scimult.model.train;

import io.github.scimult.core.text.TextTokenizer;
import io.github.scimult.model.checkpoint.EncoderWeights;
import io.github.scimult.model.checkpoint.ModelFolder;
import io.github.scimult.model.dev.DevEvaluation;
import io.github.scimult.model.dev.DevFigure;
import io.github.scimult.model.merge.Blend;
import io.github.scimult.model.merge.Blended;
import io.github.scimult.model.merge.MergeConfig;
import io.github.scimult.model.merge.PartShares;
import io.github.scimult.model.merge.ShareChoice;
import io.github.scimult.model.merge.Shares;
import io.github.scimult.model.nn.Encoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What comes after the last step: the best is taken, blended with the base, and written as the result. */
final class TrainingFinish {
    /** Where there is no dev split to choose by. */
    private static final double SHARE_WITHOUT_DEV = 0.5;

    private final TrainingPlan plan;
    private final MergeConfig merge;
    private final TrainingFolder folder;
    private final TrainingSetup setup;
    private final DevEvaluation dev;
    private final TrainingListener listener;

    TrainingFinish(
            TrainingPlan plan,
            TrainingFolder folder,
            TrainingSetup setup,
            DevEvaluation dev,
            TrainingListener listener) {
        this.plan = plan;
        this.merge = plan.config().merge();
        this.folder = folder;
        this.setup = setup;
        this.dev = dev;
        this.listener = listener;
    }

    void finish(TrainingLoop loop, Encoder base, Encoder last, TextTokenizer tokenizer) throws IOException {
        TrainedEnd trained = TrainedEnd.choose(folder, dev, loop, last);
        folder.writeModel(folder.trained(), trained.weights(), tokenizer);
        Choice choice = dev.isEmpty()
                ? new Choice(List.of(), withoutDev(), List.of())
                : new Attempts(loop, base, trained).choose();
        listener.blended(choice.tried(), choice.shares());
        Encoder result = choice.shares().isTrainedAlone()
                ? trained.weights()
                : Blend.of(base, trained.weights(), choice.shares(), merge.parts());
        write(result, tokenizer);
        folder.writeJson(folder.manifest(), manifest(loop, trained, choice));
    }

    /**
     * What was decided.
     *
     * @param tried in the order in which it was tried
     * @param figures of the blend that was chosen; none where dev was not measured
     */
    private record Choice(List<Blended> tried, Shares shares, List<DevFigure> figures) {}

    private Shares withoutDev() {
        return Shares.of(merge.choosesOnDev() ? SHARE_WITHOUT_DEV : merge.share());
    }

    /** The blends that are tried on dev. */
    private final class Attempts {
        private final TrainingLoop loop;
        private final Encoder base;
        private final TrainedEnd trained;

        Attempts(TrainingLoop loop, Encoder base, TrainedEnd trained) {
            this.loop = loop;
            this.base = base;
            this.trained = trained;
        }

        Choice choose() {
            if (!merge.choosesOnDev() || !dev.canChoose()) {
                Blended only = measure(withoutDev());
                return new Choice(List.of(only), only.shares(), only.figures());
            }
            List<Blended> tried = new ArrayList<>();
            merge.shares().forEach(share -> tried.add(measure(Shares.of(share))));
            PartShares parts = new PartShares(merge.parts().of(trained.weights()), merge.shares());
            Blended chosen = parts.fit(ShareChoice.choose(tried), tried, this::measure);
            return new Choice(tried, chosen.shares(), chosen.figures());
        }

        private Blended measure(Shares shares) {
            List<DevFigure> figures = shares.isTrainedAlone() && trained.figures() != null
                    ? trained.figures()
                    : dev.measure(loop.encoderFor(
                            shares.inWords(), Blend.of(base, trained.weights(), shares, merge.parts())));
            return Blended.of(shares, figures);
        }
    }

    /** File by file, each whole; the manifest, written last, says that all are there. */
    private void write(Encoder result, TextTokenizer tokenizer) throws IOException {
        ModelFolder.write(folder.root(), result.config(), EncoderWeights.arrays(result), tokenizer);
    }

    private Map<String, Object> manifest(TrainingLoop loop, TrainedEnd trained, Choice choice) {
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
        manifest.put("collections", RunFacts.collections(setup));
        manifest.put("configuration", plan.config());
        return manifest;
    }
}
