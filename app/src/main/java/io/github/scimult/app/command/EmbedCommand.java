package io.github.scimult.app.command;

import io.github.scimult.app.option.ComputeOptions;
import io.github.scimult.app.option.InstructionOption;
import io.github.scimult.app.option.ModelOption;
import io.github.scimult.app.terminal.Durations;
import io.github.scimult.app.terminal.ProgressLine;
import io.github.scimult.core.collection.RecordFile;
import io.github.scimult.core.collection.RecordStore;
import io.github.scimult.core.embedding.NonFiniteVectorException;
import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.record.CollectionRecord;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.library.LiteratureModel;
import io.github.scimult.training.config.ComputeConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Embeds the texts of a file. */
@Command(
        name = "embed",
        mixinStandardHelpOptions = true,
        header = "Embed the papers, labels or queries of a file.",
        description =
                "%nWrites a NumPy array (rows, dimension) of 32-bit floats in the file's order, and beside it the "
                        + "rows' ids, one a line (vectors.npy.ids.txt).",
        footer = {"", "Example:", "  scimult embed --model model/ --task link --input corpus.jsonl --output vectors.npy"
        })
final class EmbedCommand implements Callable<Integer> {
    private static final int TEXTS_A_PIECE = 2048;

    @Option(
            names = "--model",
            defaultValue = "minilm",
            description = "A model's folder, minilm (default) or bge-small.")
    private String model;

    @Option(
            names = "--task",
            required = true,
            description =
                    "classification, link or search; several with commas between, or all: blocks that tasks share "
                            + "are computed once, and each task has a file of its own (vectors-link.npy).")
    private String task;

    @Option(
            names = "--input",
            paramLabel = "FILE",
            required = true,
            description = "JSON lines: corpus, labels or queries.")
    private Path input;

    @Option(names = "--output", paramLabel = "FILE", required = true, description = "The array to write.")
    private Path output;

    @Option(names = "--max-length", description = "Tokens after which texts are cut (default: the model's).")
    private Integer maxLength;

    @Mixin
    private InstructionOption instruction;

    @Mixin
    private ComputeOptions compute;

    @Override
    public Integer call() throws IOException {
        List<Task> chosen = tasks();
        ComputeConfig computing = compute.config(); // refuses wrong values before the model is loaded
        ProgressLine line = ProgressLine.onStandardError();
        try (RecordFile file = RecordFile.open(input);
                PretrainedModel loaded = LiteratureModel.load(model);
                TextEncoder encoder = ModelOption.encoder(model, instruction.in(loaded), maxLength, computing);
                VectorFiles files = VectorFiles.create(output, chosen, encoder.dimension())) {
            RecordStore<? extends CollectionRecord> records = file.records();
            long start = System.nanoTime();
            for (int first = 0; first < records.size(); first += TEXTS_A_PIECE) {
                int end = Math.min(records.size(), first + TEXTS_A_PIECE);
                List<SegmentedText> texts = new ArrayList<>();
                List<String> ids = new ArrayList<>();
                for (int row = first; row < end; row++) {
                    texts.add(records.get(row).segments());
                    ids.add(records.id(row));
                }
                files.append(ids, vectors(encoder, texts, ids, chosen));
                double seconds = (System.nanoTime() - start) / 1e9;
                line.show("embedding: %,d of %,d, %,.0f texts/s, %s left"
                        .formatted(
                                end,
                                records.size(),
                                end / seconds,
                                Durations.of(seconds * (records.size() - end) / end)));
            }
            files.commit();
            double seconds = (System.nanoTime() - start) / 1e9;
            line.print("%,d texts in %s (%,.0f a second): %s, %s"
                    .formatted(
                            records.size(),
                            Durations.of(seconds),
                            records.size() / seconds,
                            files.names(),
                            encoder.similarity() == Similarity.COSINE
                                    ? "each vector of length 1, to be compared by the cosine or dot product"
                                    : "not normalised, to be compared by the dot product"));
            return 0;
        }
    }

    /** As they are compared: of length 1 where the model's similarity is the cosine. */
    private static Map<Task, float[][]> vectors(
            TextEncoder encoder, List<SegmentedText> texts, List<String> ids, List<Task> tasks) {
        try {
            Map<Task, float[][]> vectors = encoder.encode(texts, tasks);
            vectors.replaceAll((task, rows) ->
                    Arrays.stream(rows).map(encoder.similarity()::prepared).toArray(float[][]::new));
            return vectors;
        } catch (NonFiniteVectorException failure) {
            throw failure.named(ids);
        }
    }

    private List<Task> tasks() {
        return task.equals("all")
                ? List.of(Task.CLASSIFICATION, Task.LINK, Task.SEARCH)
                : Arrays.stream(task.split(",")).map(Task::parse).distinct().toList();
    }
}
