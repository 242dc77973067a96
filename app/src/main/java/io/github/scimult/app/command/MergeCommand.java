package io.github.scimult.app.command;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.scimult.app.terminal.ProgressLine;
import io.github.scimult.core.collection.BadDataException;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.storage.AtomicFile;
import io.github.scimult.core.storage.AtomicFolder;
import io.github.scimult.library.LiteratureModel;
import io.github.scimult.model.checkpoint.EncoderWeights;
import io.github.scimult.model.checkpoint.ModelFolder;
import io.github.scimult.model.checkpoint.PretrainedModel;
import io.github.scimult.model.dev.DevEvaluation;
import io.github.scimult.model.dev.DevFigure;
import io.github.scimult.model.dev.DevScorer;
import io.github.scimult.model.dev.DevScorers;
import io.github.scimult.model.embedding.ComputePlan;
import io.github.scimult.model.embedding.ComputeProbe;
import io.github.scimult.model.merge.Blended;
import io.github.scimult.model.merge.ModelSum;
import io.github.scimult.model.merge.ShareChoice;
import io.github.scimult.model.nn.Encoder;
import io.github.scimult.model.nn.Precision;
import io.github.scimult.model.train.TrainingConfig;
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

/** Adds up what separately trained models have learnt. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        header = "Add up what models of one base have learnt, into one model.",
        description = "%nbase + scale * (the models' differences to the base, added up): a rival to training all tasks "
                + "together. The scale is named, or chosen on the dev splits of collections.",
        footer = {"", "Example:", "  scimult merge tags/ links/ --collection papers/ --to merged/"})
final class MergeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MODEL", arity = "1..*", description = "Models of one base and one variant.")
    private List<Path> folders;

    @Option(
            names = "--base",
            paramLabel = "MODEL",
            defaultValue = "minilm",
            description = "What they were trained from: a folder, or minilm (default).")
    private String base;

    @Option(
            names = "--scale",
            split = ",",
            paramLabel = "NUMBER",
            description =
                    "Scales, to choose from on dev; without --collection one alone. Default: 1 over the number of "
                            + "models, which is their mean; with --collection also 1, and half-way.")
    private List<Double> scales = new ArrayList<>();

    @Option(
            names = "--collection",
            paramLabel = "DIR",
            description = "Whose dev split chooses the scale; may be repeated.")
    private List<Path> collections = new ArrayList<>();

    @Option(names = "--to", paramLabel = "MODEL", required = true, description = "The merged model's folder: new.")
    private Path to;

    @Mixin
    private ComputeOptions compute;

    @Override
    public Integer call() throws IOException {
        NewFolder.require(to);
        try (PretrainedModel start = LiteratureModel.load(base)) {
            List<Encoder> models = new ArrayList<>();
            for (Path folder : folders) {
                try (PretrainedModel model = LiteratureModel.load(folder.toString())) {
                    models.add(EncoderWeights.encoder(model, Precision.FLOAT32));
                }
            }
            ComputePlan plan =
                    ComputeProbe.measure(start.config(), compute.config().wish(), false);
            Encoder startWeights = EncoderWeights.encoder(start, Precision.FLOAT32);
            merge(new ModelSum(startWeights, models, start.tokenizer(), plan));
        }
        return 0;
    }

    private void merge(ModelSum sum) throws IOException {
        List<Double> candidates = candidates();
        List<Blended> tried = collections.isEmpty() ? List.of() : measure(sum, candidates);
        double scale = tried.isEmpty()
                ? candidates.getFirst()
                : ShareChoice.choose(tried).share();
        Encoder merged = sum.at(scale);
        AtomicFolder.write(to, folder -> {
            ModelFolder.write(folder, merged.config(), EncoderWeights.arrays(merged), sum.tokenizer());
            AtomicFile.writeText(folder.resolve("manifest.json"), manifest(scale, tried));
        });
        System.out.printf(Locale.ROOT, "%d models at scale %.3g: %s%n", folders.size(), scale, to);
    }

    private List<Double> candidates() {
        if (scales.stream().anyMatch(scale -> !(scale > 0 && scale <= 10))) {
            throw new IllegalArgumentException("--scale must be in (0, 10], not " + scales);
        }
        if (scales.isEmpty()) {
            List<Double> usual = ModelSum.usualScales(folders.size());
            return collections.isEmpty() ? usual.subList(0, 1) : usual;
        }
        if (collections.isEmpty() && scales.size() > 1) {
            throw new IllegalArgumentException("to choose among the scales " + scales
                    + " a dev split is needed: name a --collection, or one scale alone");
        }
        return scales;
    }

    private List<Blended> measure(ModelSum sum, List<Double> candidates) throws IOException {
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
            List<Blended> tried =
                    sum.measure(candidates, new DevEvaluation(scorers, what -> line.show("measuring on dev: " + what)));
            tried.forEach(one -> line.print(describe(one)));
            return tried;
        } finally {
            opened.forEach(LiteratureCollection::close);
        }
    }

    private static String describe(Blended one) {
        return String.format(
                        Locale.ROOT,
                        "scale %.3g: mean %.3f, gain on the base %+.1f %%: ",
                        one.share(),
                        one.mean(),
                        100 * one.gain())
                + one.figures().stream().map(MergeCommand::describe).collect(Collectors.joining(", "));
    }

    private static String describe(DevFigure figure) {
        return String.format(Locale.ROOT, "%s %.3f (base %.3f)", figure.source(), figure.value(), figure.base());
    }

    private String manifest(double scale, List<Blended> tried) throws IOException {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("version", ProgramVersion.number());
        manifest.put("base", base);
        manifest.put("models", folders.stream().map(Path::toString).toList());
        manifest.put("scale", scale);
        manifest.put("tried", tried);
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(manifest)
                + System.lineSeparator();
    }
}
