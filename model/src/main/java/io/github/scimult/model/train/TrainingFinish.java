package io.github.scimult.model.train;

import io.github.scimult.core.text.TextTokenizer;
import io.github.scimult.model.checkpoint.EncoderWeights;
import io.github.scimult.model.checkpoint.ModelFolder;
import io.github.scimult.model.checkpoint.PretrainedModel;
import io.github.scimult.model.nn.Encoder;
import io.github.scimult.model.nn.Precision;
import io.github.scimult.model.train.TrainingListener.Blended;
import io.github.scimult.model.train.TrainingListener.DevFigure;
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
        this.folder = folder;
        this.setup = setup;
        this.dev = dev;
        this.listener = listener;
    }

    void finish(TrainingLoop loop, Encoder base, Encoder last, TextTokenizer tokenizer) throws IOException {
        Encoder trained = best(last);
        folder.writeModel(folder.trained(), trained, tokenizer);
        List<Blended> tried = tryShares(loop, base, trained);
        double share = share(tried);
        listener.blended(tried, share);
        Encoder result = share == 1 ? trained : Blend.of(base, trained, share);
        write(result, tokenizer);
        folder.writeJson(folder.manifest(), manifest(loop, tried, share));
    }

    /** The weights that were best on dev, or the last ones where dev was not measured. */
    private Encoder best(Encoder last) throws IOException {
        if (!folder.hasBest()) {
            return last;
        }
        try (PretrainedModel best = ModelFolder.load(folder.best())) {
            return EncoderWeights.encoder(best, Precision.FLOAT32);
        }
    }

    private List<Blended> tryShares(TrainingLoop loop, Encoder base, Encoder trained) {
        List<Blended> tried = new ArrayList<>();
        double fixed = plan.config().merge().share();
        if (dev.isEmpty()) {
            return tried;
        }
        List<Double> shares = fixed > 0 ? List.of(fixed) : plan.config().merge().shares();
        for (double share : shares) {
            List<DevFigure> figures = share == 1 && loop.bestFigures() != null
                    ? loop.bestFigures()
                    : dev.measure(loop.encoderFor("share " + share, Blend.of(base, trained, share)));
            tried.add(new Blended(share, dev.meanOverTasks(figures), ShareChoice.gain(figures), figures));
        }
        return tried;
    }

    private double share(List<Blended> tried) {
        if (plan.config().merge().share() > 0) {
            return plan.config().merge().share();
        }
        return tried.isEmpty() ? SHARE_WITHOUT_DEV : ShareChoice.choose(tried);
    }

    /** File by file, each whole; the manifest, written last, says that all are there. */
    private void write(Encoder result, TextTokenizer tokenizer) throws IOException {
        ModelFolder.write(folder.root(), result.config(), EncoderWeights.arrays(result), tokenizer);
    }

    private Map<String, Object> manifest(TrainingLoop loop, List<Blended> tried, double share) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("version", plan.version());
        manifest.put("seed", plan.config().seed());
        manifest.put("steps", loop.state().step());
        manifest.put("seconds", Math.round(loop.elapsed()));
        manifest.put("mergeShare", share);
        manifest.put(
                "dev",
                tried.stream()
                        .filter(one -> one.share() == share)
                        .findFirst()
                        .map(Blended::figures)
                        .orElse(List.of()));
        manifest.put("blends", tried);
        manifest.put("collections", RunFacts.collections(setup));
        manifest.put("configuration", plan.config());
        return manifest;
    }
}
