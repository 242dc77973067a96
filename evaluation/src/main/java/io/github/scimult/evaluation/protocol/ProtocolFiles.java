package io.github.scimult.evaluation.protocol;

import io.github.scimult.core.storage.BadDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Names of the authors' files: {@code DATASET_papers_test.json} and what lies beside it. */
final class ProtocolFiles {
    private static final String ENDING = "_(papers|queries|patients)_(test|train)\\.json|\\.qrel";

    private ProtocolFiles() {}

    /** The data set that a file belongs to. */
    static String dataset(Path file) {
        return file.getFileName().toString().replaceFirst("(" + ENDING + ")$", "");
    }

    /** Another file of the same data set, whether it is there or not. */
    static Path beside(Path file, String ending) {
        return file.resolveSibling(dataset(file) + ending);
    }

    /**
     * Another file of the same data set.
     *
     * @throws BadDataException if it is not there
     */
    static Path required(Path file, String ending) {
        Path other = beside(file, ending);
        if (!Files.isRegularFile(other)) {
            throw BadDataException.in(other, "there is no such file, which " + file.getFileName() + " needs");
        }
        return other;
    }

    /** Files of a folder by their ending, sorted by name; none if there is no such folder. */
    static List<Path> in(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
