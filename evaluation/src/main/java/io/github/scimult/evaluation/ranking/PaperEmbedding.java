package io.github.scimult.evaluation.ranking;

import io.github.scimult.core.collection.RecordStore;
import io.github.scimult.core.embedding.NonFiniteVectorException;
import io.github.scimult.core.embedding.NumpyWriter;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Papers through an encoder for several tasks at once, piece by piece, into one file a task. */
final class PaperEmbedding {
    private static final int TEXTS_A_PIECE = 1_024;

    private final TextEncoder encoder;
    private final String stage;
    private final EvaluationProgress progress;

    PaperEmbedding(RankingSystem.Encoder system, EvaluationProgress progress) {
        this.encoder = system.encoder();
        this.stage = "papers through " + system.name();
        this.progress = progress;
    }

    /**
     * Writes the vectors of each task's papers, ascending by row.
     *
     * @param needed rows by task
     * @return the files
     */
    Map<Task, Path> write(RecordStore<Paper> papers, Map<Task, BitSet> needed, Path folder) throws IOException {
        Map<Task, Path> files = new LinkedHashMap<>();
        Map<Task, NumpyWriter> writers = new LinkedHashMap<>();
        try {
            for (Task task : needed.keySet()) {
                files.put(task, folder.resolve(task.name() + ".npy"));
                writers.put(task, NumpyWriter.create(files.get(task), encoder.dimension()));
            }
            writeAll(papers, needed, writers);
            for (NumpyWriter writer : writers.values()) {
                writer.commit();
            }
        } finally {
            for (NumpyWriter writer : writers.values()) {
                writer.close();
            }
        }
        return files;
    }

    private void writeAll(RecordStore<Paper> papers, Map<Task, BitSet> needed, Map<Task, NumpyWriter> writers)
            throws IOException {
        BitSet all = new BitSet();
        needed.values().forEach(all::or);
        int[] rows = all.stream().toArray();
        for (int first = 0; first < rows.length; first += TEXTS_A_PIECE) {
            int[] piece = Arrays.copyOfRange(rows, first, Math.min(rows.length, first + TEXTS_A_PIECE));
            Map<Task, Map<Integer, float[]>> vectors = vectors(papers, piece, needed);
            for (Map.Entry<Task, NumpyWriter> writer : writers.entrySet()) {
                Map<Integer, float[]> ofTask = vectors.getOrDefault(writer.getKey(), Map.of());
                for (int row : piece) {
                    if (ofTask.containsKey(row)) {
                        writer.getValue().append(ofTask.get(row));
                    }
                }
            }
            progress.update(stage, first + piece.length, rows.length);
        }
    }

    private Map<Task, float[][]> encoded(
            RecordStore<Paper> papers, List<Integer> rows, List<SegmentedText> texts, List<Task> tasks) {
        try {
            return EncodedTexts.of(encoder, texts, tasks);
        } catch (NonFiniteVectorException failure) {
            throw failure.named(rows.stream().map(papers::id).toList());
        }
    }

    /** By task and row. Papers that the same tasks need go through the encoder together. */
    private Map<Task, Map<Integer, float[]>> vectors(RecordStore<Paper> papers, int[] piece, Map<Task, BitSet> needed) {
        Map<List<Task>, List<Integer>> rowsOfTasks = new LinkedHashMap<>();
        for (int row : piece) {
            List<Task> tasks = needed.keySet().stream()
                    .filter(task -> needed.get(task).get(row))
                    .toList();
            rowsOfTasks.computeIfAbsent(tasks, _ -> new ArrayList<>()).add(row);
        }
        Map<Task, Map<Integer, float[]>> vectors = new HashMap<>();
        rowsOfTasks.forEach((tasks, rows) -> {
            List<SegmentedText> texts =
                    rows.stream().map(row -> papers.get(row).segments()).toList();
            encoded(papers, rows, texts, tasks).forEach((task, ofTask) -> {
                Map<Integer, float[]> byRow = vectors.computeIfAbsent(task, _ -> new HashMap<>());
                for (int i = 0; i < ofTask.length; i++) {
                    byRow.put(rows.get(i), ofTask[i]);
                }
            });
        });
        return vectors;
    }
}
