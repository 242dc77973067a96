package io.github.scimult.evaluation.ranking;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.embedding.NumpyFile;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.storage.TemporaryFolder;
import io.github.scimult.core.task.Task;
import io.github.scimult.evaluation.task.RankingTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The vectors of a collection's papers under one encoder, for all tasks that rank them or ask with them. Each paper goes
 * through the encoder once, which computes but once what its tasks share. The vectors lie in files, which are gone when
 * this is closed.
 */
final class PaperVectors implements KnownVectors, AutoCloseable {
    private final TextEncoder encoder;
    private final TemporaryFolder folder;
    private final Map<String, PaperSpace> spaces = new HashMap<>();

    private PaperVectors(TextEncoder encoder, TemporaryFolder folder) {
        this.encoder = encoder;
        this.folder = folder;
    }

    /** Embeds what the tasks need. */
    static PaperVectors of(
            LiteratureCollection collection,
            List<RankingTask> tasks,
            RankingSystem.Encoder system,
            EvaluationProgress progress)
            throws IOException {
        PaperVectors vectors = new PaperVectors(system.encoder(), TemporaryFolder.create());
        try {
            vectors.embed(collection, tasks, new PaperEmbedding(system, progress));
            return vectors;
        } catch (IOException | RuntimeException failure) {
            vectors.close();
            throw failure;
        }
    }

    private void embed(LiteratureCollection collection, List<RankingTask> tasks, PaperEmbedding embedding)
            throws IOException {
        Map<Task, BitSet> needed = papersOfSpaces(tasks);
        Map<Task, Path> files = embedding.write(collection.papers(), needed, folder.path());
        for (Map.Entry<Task, Path> file : files.entrySet()) {
            Task task = file.getKey();
            spaces.put(encoder.space(task), PaperSpace.of(task, needed.get(task), NumpyFile.open(file.getValue())));
        }
    }

    /** For each space the papers needed, under the first task of the space. */
    private Map<Task, BitSet> papersOfSpaces(List<RankingTask> tasks) {
        Map<String, Task> firsts = new HashMap<>();
        Map<Task, BitSet> papers = new LinkedHashMap<>();
        for (RankingTask task : tasks) {
            Task first = firsts.computeIfAbsent(encoder.space(task.task()), _ -> task.task());
            papers.computeIfAbsent(first, _ -> new BitSet()).or(task.papers());
        }
        papers.values().removeIf(BitSet::isEmpty);
        return papers;
    }

    @Override
    public Optional<float[]> vector(Task task, int paper) {
        return Optional.ofNullable(spaces.get(encoder.space(task))).map(space -> space.vector(paper));
    }

    @Override
    public void close() throws IOException {
        spaces.values().forEach(PaperSpace::close);
        folder.close();
    }
}
