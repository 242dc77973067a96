package io.github.scimult.app.command;

import io.github.scimult.app.option.ComputeOptions;
import io.github.scimult.app.option.ModelOption;
import io.github.scimult.app.terminal.ProgressLine;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Json;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.InstructionConfig;
import io.github.scimult.encoder.architecture.Variant;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.inference.ComputeAutotuner;
import io.github.scimult.encoder.inference.ComputeSettings;
import io.github.scimult.encoder.inference.LibtorchEncoder;
import io.github.scimult.encoder.inference.Workload;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.nn.layer.Precision;
import io.github.scimult.encoder.nn.layer.SeededDropout;
import io.github.scimult.library.LiteratureModel;
import io.github.scimult.training.TrainingBenchmark;
import io.github.scimult.training.TrainingBenchmark.Measured;
import io.github.scimult.training.config.DropoutConfig;
import io.github.scimult.training.config.TrainingConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how fast this machine trains and embeds; bench/speed compares it with other programs. */
@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        hidden = true,
        header = "Measure how fast this machine trains and embeds.",
        description = "%nTrains on the collection's papers, title to abstract, in the file's order, and embeds their "
                + "abstracts. Prints one JSON object; tokens are those of the texts, padding not counted.",
        footer = {"", "Example:", "  scimult benchmark --collection papers/ --steps 20"})
final class BenchmarkCommand implements Callable<Integer> {
    private static final Task TASK = Task.SEARCH;

    @Option(names = "--collection", paramLabel = "DIR", required = true, description = "Whose papers are used.")
    private Path collection;

    @Option(
            names = "--model",
            defaultValue = "minilm",
            description = "A model's folder, minilm (default) or bge-small.")
    private String model;

    @Option(names = "--variant", defaultValue = "vanilla", description = "What is trained of it (default: vanilla).")
    private Variant variant;

    @Option(names = "--job", defaultValue = "both", description = "train, embed or both (default).")
    private Job job;

    @Option(names = "--pairs", defaultValue = "32", description = "Pairs a step (default: ${DEFAULT-VALUE}).")
    private int pairs;

    @Option(
            names = "--hard-negatives",
            defaultValue = "0",
            description = "Further abstracts for each pair that are no other's (default: none).")
    private int hardNegatives;

    @Option(names = "--whole-length", description = "Fill every text up to the maximal length, with further abstracts.")
    private boolean wholeLength;

    @Option(names = "--chunk-tokens", defaultValue = "0", description = "As batch.chunkTokens (default: 0, undivided).")
    private int chunkTokens;

    @Option(names = "--max-length", defaultValue = "256", description = "Tokens after which texts are cut.")
    private int maxLength;

    @Option(names = "--warm-up", defaultValue = "3", description = "Steps that are not timed.")
    private int warmUp;

    @Option(names = "--steps", defaultValue = "20", description = "Steps that are timed.")
    private int steps;

    @Option(names = "--texts", defaultValue = "2000", description = "Abstracts to embed.")
    private int texts;

    @Option(names = "--rounds", defaultValue = "3", description = "How often they are embedded, after a first time.")
    private int rounds;

    @Option(names = "--hidden-dropout", defaultValue = "0.1", description = "Default: ${DEFAULT-VALUE}.")
    private double hiddenDropout;

    @Option(names = "--attention-dropout", defaultValue = "0.0", description = "Default: ${DEFAULT-VALUE}.")
    private double attentionDropout;

    @Mixin
    private ComputeOptions compute;

    /** What is timed. */
    enum Job {
        TRAIN,
        EMBED,
        BOTH
    }

    @Override
    public Integer call() throws IOException {
        List<Paper> papers = papers();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("papers", papers.size());
        try (PretrainedModel loaded = LiteratureModel.load(model)) {
            if (job != Job.EMBED) {
                train(papers, loaded, result);
            }
            if (job != Job.TRAIN) {
                embed(papers, loaded, result);
            }
        }
        PeakMemory.mebibytes().ifPresent(peak -> result.put("peakMemoryMiB", peak));
        System.out.println(Json.line(result));
        return 0;
    }

    private List<Paper> papers() throws IOException {
        try (LiteratureCollection opened = LiteratureCollection.open(collection)) {
            List<Paper> papers = new ArrayList<>();
            for (int row = 0; row < opened.papers().size(); row++) {
                Paper paper = opened.papers().get(row);
                if (!paper.title().isBlank() && !paper.text().isBlank()) {
                    papers.add(paper);
                }
            }
            if (papers.isEmpty()) {
                throw new BadDataException(
                        collection + " has no paper with a title and an abstract: nothing to measure");
            }
            return papers;
        }
    }

    private void train(List<Paper> papers, PretrainedModel start, Map<String, Object> result) {
        EncoderConfig config = TrainingConfig.defaults()
                .model()
                .trained(start.config().withMaxLength(maxLength), variant, InstructionConfig.ofThePaper());
        DropoutConfig dropout = new DropoutConfig(hiddenDropout, attentionDropout);
        Workload workload = Workload.training(() -> new SeededDropout(dropout.hidden(), dropout.attention(), 0));
        ComputeSettings plan = ComputeAutotuner.measure(config, compute.config().wish(), workload);
        try (EncoderWeights weights = start.load(config, Precision.FLOAT32);
                TrainingBenchmark benchmark = new TrainingBenchmark(weights, plan, dropout, chunkTokens)) {
            result.put("trainingIn", plan.toString());
            result.put("chunkTokens", benchmark.chunkTokens());
            train(papers, start, config, benchmark, result);
        }
    }

    private void train(
            List<Paper> papers,
            PretrainedModel start,
            EncoderConfig config,
            TrainingBenchmark benchmark,
            Map<String, Object> result) {
        BenchmarkTexts texts = new BenchmarkTexts(papers, start.tokenizer(), maxLength, wholeLength);
        int[] instruction =
                variant.hasInstructions() ? texts.ids(config.instructions().of(TASK)) : new int[0];
        List<Measured> timed = new ArrayList<>();
        for (int step = 0; step < warmUp + steps; step++) {
            Measured measured = benchmark.step(
                    texts.titles(step * pairs, pairs),
                    texts.abstracts(step * pairs, pairs * (1 + hardNegatives)),
                    instruction);
            if (step >= warmUp) {
                timed.add(measured);
            }
            ProgressLine.onStandardError()
                    .show("training: step %d, loss %.4f, %,.0f tokens/s"
                            .formatted(step + 1, measured.loss(), measured.tokensPerSecond()));
        }
        result.put("tokensPerSecond", TrainingBenchmark.median(timed.toArray(Measured[]::new)));
        result.put("tokens", timed.stream().mapToLong(Measured::tokens).sum());
        result.put("steps", steps);
        result.put("lastLoss", timed.getLast().loss());
    }

    private void embed(List<Paper> papers, PretrainedModel loaded, Map<String, Object> result) {
        List<SegmentedText> abstracts = new ArrayList<>();
        for (int text = 0; text < texts; text++) {
            abstracts.add(SegmentedText.of(papers.get(text % papers.size()).text()));
        }
        try (LibtorchEncoder encoder = ModelOption.encoder(model, loaded, maxLength, compute.config())) {
            double[] speeds = new double[rounds];
            for (int round = -1; round < rounds; round++) {
                long start = System.nanoTime();
                encoder.encode(abstracts, TASK);
                if (round >= 0) {
                    speeds[round] = texts / ((System.nanoTime() - start) / 1e9);
                }
            }
            Arrays.sort(speeds);
            result.put("embeddingIn", encoder.plan().toString());
            result.put("textsPerSecond", (speeds[(rounds - 1) / 2] + speeds[rounds / 2]) / 2);
            result.put("texts", texts);
            result.put("rounds", rounds);
        }
    }
}
