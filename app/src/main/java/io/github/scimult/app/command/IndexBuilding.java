package io.github.scimult.app.command;

import io.github.scimult.app.report.TagReport;
import io.github.scimult.app.terminal.Durations;
import io.github.scimult.app.terminal.ProgressLine;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.task.TaskFamily;
import io.github.scimult.library.LiteratureModel;
import io.github.scimult.search.index.IndexBuilder;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.search.index.VectorStorage;
import io.github.scimult.search.index.WordWeightFitting;
import io.github.scimult.search.index.WordWeights;
import io.github.scimult.search.tag.TagFile;
import io.github.scimult.search.tag.TagFitting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Making an index, with its progress shown.
 *
 * @param collection what is indexed
 * @param name the model's folder, or {@code minilm}
 * @param fingerprint of the model
 * @param encoder of it
 * @param stored how vectors are kept
 */
record IndexBuilding(
        LiteratureCollection collection, String name, String fingerprint, TextEncoder encoder, VectorStorage stored) {
    private static final int PAPERS_A_PIECE = 512;

    /**
     * Builds, or goes on with what is there.
     *
     * @return whether the index is whole
     */
    boolean run(Path out, ProgressLine line, BooleanSupplier stop) throws IOException {
        long start = System.nanoTime();
        int[] first = {-1};
        IndexBuilder builder = new IndexBuilder(collection, encoder, (done, total) -> {
            first[0] = first[0] < 0 ? Math.max(0, done - PAPERS_A_PIECE) : first[0];
            double seconds = (System.nanoTime() - start) / 1e9;
            double rate = (done - first[0]) / seconds;
            line.show("indexing: %,d of %,d papers, %,.0f a second, %s left"
                    .formatted(done, total, rate, Durations.of((total - done) / rate)));
        });
        boolean whole = builder.storing(stored).build(out, place(), fingerprint, stop);
        line.print(
                whole
                        ? "%,d papers and %,d labels are in %s, after %s"
                                .formatted(
                                        collection.papers().size(),
                                        collection.labels().size(),
                                        out,
                                        Durations.of((System.nanoTime() - start) / 1e9))
                        : "stopped; the same command goes on");
        if (whole && !TagFile.isIn(out)) {
            fitTags(out, line);
        }
        if (whole && !WordWeights.areIn(out)) {
            fitWords(out, line);
        }
        return whole;
    }

    /** What words count beside vectors, by the dev split's judgements, if there are some. */
    private void fitWords(Path out, ProgressLine line) throws IOException {
        Map<TaskFamily, Double> weights = new EnumMap<>(TaskFamily.class);
        try (LiteratureIndex index = LiteratureIndex.open(out, encoder, fingerprint)) {
            WordWeightFitting fitting = new WordWeightFitting(collection, index);
            for (Task task : collection.tasks()) {
                if (fitting.isPossible(task) && !weights.containsKey(task.family())) {
                    line.show("weighing words beside vectors: " + task);
                    WordWeightFitting.Outcome outcome = fitting.run(task);
                    weights.put(task.family(), outcome.weight());
                    line.print(
                            "%s: words count %.2f beside vectors, fitted on %,d dev queries; on %,d others %s is %.3f (vectors alone %.3f, words alone %.3f)"
                                    .formatted(
                                            task,
                                            outcome.weight(),
                                            outcome.fittedOn(),
                                            outcome.measuredOn(),
                                            outcome.figure(),
                                            outcome.together(),
                                            outcome.vectors(),
                                            outcome.words()));
                }
            }
        }
        new WordWeights(weights).write(out);
    }

    /** Weighs what speaks for a tag by the dev split's judgements, if there are some. */
    private void fitTags(Path out, ProgressLine line) throws IOException {
        try (LiteratureIndex index = LiteratureIndex.open(out, encoder, fingerprint)) {
            TagFitting fitting = new TagFitting(collection, index);
            if (!fitting.isPossible()) {
                return;
            }
            line.show("weighing what speaks for a label");
            TagFitting.Outcome outcome = fitting.run();
            TagFile.write(out, outcome);
            TagReport.write(out, collection.name(), outcome);
            line.print(
                    "tags have probabilities, fitted on %,d dev papers; on %,d others their calibration error is %.3f, and Recall@20 is %.3f (vectors alone %.3f, labels of similar papers %.3f, names in the text %.3f)"
                            .formatted(
                                    outcome.fittedOn(),
                                    outcome.measuredOn(),
                                    outcome.calibration().error(),
                                    outcome.fused(),
                                    outcome.vectors(),
                                    outcome.neighbours(),
                                    outcome.names()));
        }
    }

    private String place() {
        return name.equals(LiteratureModel.BUILT_IN)
                ? name
                : Path.of(name).toAbsolutePath().normalize().toString();
    }
}
