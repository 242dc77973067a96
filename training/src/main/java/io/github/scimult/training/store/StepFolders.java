package io.github.scimult.training.store;

import io.github.scimult.core.storage.AtomicFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What is kept of some steps of a run, a folder each, named by the step.
 *
 * @param root where they are; need not be there
 */
public record StepFolders(Path root) {
    /** The folder of a step, there or not. */
    public Path of(long step) {
        return root.resolve("%08d".formatted(step));
    }

    /** All that are there, the earliest first. */
    public List<Path> all() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(StepFolders::isOne).sorted().toList();
        }
    }

    /** Whether it has the name of a step's folder. */
    static boolean isOne(Path folder) {
        return folder.getFileName().toString().matches("\\d{8,}");
    }

    /** The last step, up to this one, that has a folder. */
    public OptionalLong lastUpTo(long step) throws IOException {
        return all().stream()
                .mapToLong(StepFolders::step)
                .filter(one -> one <= step)
                .max();
    }

    /** Keeps the last ones only. */
    public void deleteAllBut(int kept) throws IOException {
        List<Path> all = all();
        delete(all.subList(0, Math.max(0, all.size() - kept)));
    }

    /** Deletes those of the steps between these two, which stay. */
    public void deleteBetween(long first, long last) throws IOException {
        delete(all().stream()
                .filter(one -> step(one) > first && step(one) < last)
                .toList());
    }

    private static long step(Path folder) {
        return Long.parseLong(folder.getFileName().toString());
    }

    private static void delete(List<Path> folders) throws IOException {
        for (Path one : folders) {
            AtomicFolder.delete(one);
        }
    }
}
