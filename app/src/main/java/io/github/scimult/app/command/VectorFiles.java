package io.github.scimult.app.command;

import io.github.scimult.core.embedding.NumpyWriter;
import io.github.scimult.core.storage.AtomicFile;
import io.github.scimult.core.task.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The arrays that {@code embed} writes: one for a task, named as the user said, or one for each of several, with the task's
 * name put in ({@code vectors.npy} → {@code vectors-link.npy}); and the rows' ids, which are the same for all.
 */
final class VectorFiles implements AutoCloseable {
    private final Map<Task, Path> paths = new LinkedHashMap<>();
    private final Map<Task, NumpyWriter> writers = new LinkedHashMap<>();
    private AtomicFile ids;

    private VectorFiles() {}

    static VectorFiles create(Path output, List<Task> tasks, int dimension) throws IOException {
        VectorFiles files = new VectorFiles();
        try {
            for (Task task : tasks) {
                Path path = tasks.size() == 1 ? output : output.resolveSibling(named(output, task));
                files.paths.put(task, path);
                files.writers.put(task, NumpyWriter.create(path, dimension));
            }
            files.ids = AtomicFile.create(output.resolveSibling(output.getFileName() + ".ids.txt"));
            return files;
        } catch (IOException | RuntimeException failure) {
            files.close();
            throw failure;
        }
    }

    private static String named(Path output, Task task) {
        String name = output.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name + "-" + task : name.substring(0, dot) + "-" + task + name.substring(dot);
    }

    void append(List<String> rows, Map<Task, float[][]> vectors) throws IOException {
        for (Map.Entry<Task, NumpyWriter> entry : writers.entrySet()) {
            for (float[] vector : vectors.get(entry.getKey())) {
                entry.getValue().append(vector);
            }
        }
        ids.stream().write((String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void commit() throws IOException {
        for (NumpyWriter writer : writers.values()) {
            writer.commit();
        }
        ids.commit();
    }

    /** The arrays' files, for people. */
    String names() {
        return String.join(", ", paths.values().stream().map(Path::toString).toList());
    }

    @Override
    public void close() throws IOException {
        for (NumpyWriter writer : writers.values()) {
            writer.close();
        }
        if (ids != null) {
            ids.close();
        }
    }
}
