package io.github.scimult.app.command;

import io.github.scimult.app.option.ComputeOptions;
import io.github.scimult.app.option.NewFolder;
import io.github.scimult.app.option.ProgramVersion;
import io.github.scimult.app.terminal.ProgressLine;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.storage.AtomicFile;
import io.github.scimult.core.storage.AtomicFolder;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Json;
import io.github.scimult.encoder.checkpoint.ModelFolder;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.checkpoint.WeightArrays;
import io.github.scimult.encoder.inference.ComputeAutotuner;
import io.github.scimult.encoder.inference.ComputeSettings;
import io.github.scimult.encoder.inference.Workload;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.nn.layer.Precision;
import io.github.scimult.library.LiteratureModel;
import io.github.scimult.training.config.TrainingConfig;
import io.github.scimult.training.dev.DevEvaluation;
import io.github.scimult.training.dev.DevScore;
import io.github.scimult.training.dev.DevScorer;
import io.github.scimult.training.dev.DevScorers;
import io.github.scimult.training.merge.AlphaSelection;
import io.github.scimult.training.merge.InterpolationResult;
import io.github.scimult.training.merge.MergeCompatibility;
import io.github.scimult.training.merge.TaskArithmetic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Merges separately trained models by task arithmetic. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        header = "Merge models that were fine-tuned from one base, by task arithmetic.",
        description =
                "%nbase + scale * sum of the models' differences to the base: an alternative to multi-task training. "
                        + "The scale is given, or selected on the dev splits of collections.",
        footer = {"", "Example:", "  scimult merge classification/ link/ --collection papers/ --to merged/"})
final class MergeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MODEL", arity = "1..*", description = "Models of one base and one variant.")
    private List<Path> folders;

    @Option(
            names = "--base",
            paramLabel = "MODEL",
            defaultValue = "minilm",
            description = "What they were trained from: a folder, minilm (default) or bge-small.")
    private String base;

    @Option(
            names = "--scale",
            split = ",",
            paramLabel = "NUMBER",
            description =
                    "Scales to select from on dev; without --collection one. Default: 1 / number of models, which is "
                            + "their mean; with --collection also 1, and the midpoint.")
    private List<Double> scales = new ArrayList<>();

    @Option(
            names = "--collection",
            paramLabel = "DIR",
            description = "A collection whose dev split selects the scale; may be repeated.")
    private List<Path> collections = new ArrayList<>();

    @Option(names = "--to", paramLabel = "MODEL", required = true, description = "The merged model's folder: new.")
    private Path to;

    @Mixin
    private ComputeOptions compute;

    @Override
    public Integer call() throws IOException {
        NewFolder.require(to);
        try (PretrainedModel start = LiteratureModel.load(base)) {
            ComputeSettings plan =
                    ComputeAutotuner.measure(start.config(), compute.config().wish(), Workload.EMBEDDING);
            List<EncoderWeights> models = new ArrayList<>();
            try (EncoderWeights startWeights = start.load(Precision.FLOAT32)) {
                for (Path folder : folders) {
                    try (PretrainedModel model = LiteratureModel.load(folder.toString())) {
                        MergeCompatibility.requireStart(start.config(), model.config());
                        models.add(model.load(Precision.FLOAT32));
                    }
                }
                merge(new TaskArithmetic(startWeights, models, start.tokenizer(), plan));
            } finally {
                models.forEach(EncoderWeights::close);
            }
        }
        return 0;
    }

    private void merge(TaskArithmetic sum) throws IOException {
        List<Double> candidates = candidates();
        List<InterpolationResult> tried = collections.isEmpty() ? List.of() : measure(sum, candidates);
        double scale = tried.isEmpty()
                ? candidates.getFirst()
                : AlphaSelection.choose(tried).alphas().whole();
        try (EncoderWeights merged = sum.at(scale)) {
            AtomicFolder.write(to, folder -> {
                ModelFolder.write(folder, merged.config(), WeightArrays.of(merged), sum.tokenizer());
                AtomicFile.writeText(folder.resolve("manifest.json"), manifest(scale, tried));
            });
        }
        System.out.printf(Locale.ROOT, "%d models at scale %.3g: %s%n", folders.size(), scale, to);
    }

    private List<Double> candidates() {
        if (scales.stream().anyMatch(scale -> !(scale > 0 && scale <= 10))) {
            throw new IllegalArgumentException("--scale must be in (0, 10], not " + scales);
        }
        if (scales.isEmpty()) {
            List<Double> defaults = TaskArithmetic.defaultScales(folders.size());
            return collections.isEmpty() ? defaults.subList(0, 1) : defaults;
        }
        if (collections.isEmpty() && scales.size() > 1) {
            throw new IllegalArgumentException("to choose among the scales " + scales
                    + " a dev split is needed: name a --collection, or one scale alone");
        }
        return scales;
    }

    private List<InterpolationResult> measure(TaskArithmetic sum, List<Double> candidates) throws IOException {
        ProgressLine line = ProgressLine.onStandardError();
        TrainingConfig defaults = TrainingConfig.defaults();
        List<LiteratureCollection> opened = new ArrayList<>();
        try {
            List<DevScorer> scorers = new ArrayList<>();
            for (Path folder : collections) {
                LiteratureCollection collection = LiteratureCollection.open(folder);
                opened.add(collection);
                collection
                        .tasks()
                        .forEach(task -> DevScorers.of(collection, task, defaults.dev(), defaults.seed())
                                .ifPresent(scorers::add));
            }
            if (scorers.isEmpty()) {
                throw new BadDataException("none of the collections has a dev split (qrels/*/dev.tsv) to choose by");
            }
            List<InterpolationResult> tried = sum.evaluate(
                    candidates, new DevEvaluation(scorers, what -> line.show("evaluating on dev: " + what)));
            tried.forEach(one -> line.print(describe(one)));
            return tried;
        } finally {
            opened.forEach(LiteratureCollection::close);
        }
    }

    private static String describe(InterpolationResult one) {
        return String.format(
                        Locale.ROOT,
                        "scale %.3g: mean %.3f, mean relative gain over the baseline %+.1f %%: ",
                        one.alphas().whole(),
                        DevEvaluation.meanOverTasks(one.scores()),
                        100 * one.gain())
                + one.scores().stream().map(MergeCommand::describe).collect(Collectors.joining(", "));
    }

    private static String describe(DevScore score) {
        return String.format(Locale.ROOT, "%s %.3f (baseline %.3f)", score.source(), score.value(), score.baseline());
    }

    private String manifest(double scale, List<InterpolationResult> tried) throws IOException {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("version", ProgramVersion.number());
        manifest.put("base", base);
        manifest.put("models", folders.stream().map(Path::toString).toList());
        manifest.put("scale", scale);
        manifest.put("tried", tried.stream().map(InterpolationResult::summary).toList());
        return Json.indented(manifest);
    }
}
