package io.github.scimult.core.collection;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds the files of judgements: {@code qrels/TASK/SPLIT.tsv}; those directly under {@code qrels/}, as in a plain BEIR
 * folder, are for search. A name that is no task or no split is refused, because nobody would miss what it holds.
 */
final class JudgementFiles {
    static final String FOLDER = "qrels";

    private final Path folder;
    private final SortedMap<Task, SortedMap<Split, CollectionFile>> found = new TreeMap<>();

    private JudgementFiles(Path folder) {
        this.folder = folder;
    }

    static SortedMap<Task, SortedMap<Split, CollectionFile>> find(Path folder) throws IOException {
        JudgementFiles files = new JudgementFiles(folder);
        Path qrels = folder.resolve(FOLDER);
        if (Files.isDirectory(qrels)) {
            files.addAll(qrels, FOLDER, Task.SEARCH);
            for (Path taskFolder : list(qrels)) {
                if (Files.isDirectory(taskFolder)) {
                    files.addAll(taskFolder, FOLDER + "/" + taskFolder.getFileName(), task(taskFolder));
                }
            }
        }
        return files.found;
    }

    private void addAll(Path place, String name, Task task) throws IOException {
        for (Path path : list(place)) {
            String fileName = path.getFileName().toString();
            int end = fileName.indexOf(".tsv");
            if (end < 0 || !Files.isRegularFile(path)) {
                continue;
            }
            Split split = split(path, fileName.substring(0, end));
            CollectionFile.find(folder, name + "/" + fileName.substring(0, end) + ".tsv")
                    .ifPresent(file -> add(task, split, file));
        }
    }

    private void add(Task task, Split split, CollectionFile file) {
        Map<Split, CollectionFile> splits = found.computeIfAbsent(task, key -> new TreeMap<>());
        CollectionFile other = splits.put(split, file);
        if (other != null && !other.equals(file)) {
            throw BadDataException.in(
                    file.path(), "there is " + other.path() + " as well, for the same task. Remove one of them.");
        }
    }

    private static Task task(Path taskFolder) {
        try {
            return Task.parse(taskFolder.getFileName().toString());
        } catch (IllegalArgumentException unknown) {
            throw new BadDataException(
                    taskFolder + ": " + unknown.getMessage() + ". Rename or remove the folder.", unknown);
        }
    }

    private static Split split(Path path, String name) {
        try {
            return Split.parse(name);
        } catch (IllegalArgumentException unknown) {
            throw new BadDataException(path + ": " + unknown.getMessage() + ". Rename or remove the file.", unknown);
        }
    }

    /** What a folder holds, but for hidden files. */
    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
