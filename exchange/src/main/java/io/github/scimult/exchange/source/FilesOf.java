package io.github.scimult.exchange.source;

import io.github.scimult.core.storage.BadDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The files of a format among files and folders. */
public final class FilesOf {
    private FilesOf() {}

    /**
     * Files as they are given, and those in folders, folders within them included, in the order of their names.
     *
     * @param endings that a file in a folder has, before that of a compression, in lower case
     * @throws BadDataException if a folder has no such file
     */
    public static List<Path> all(List<Path> in, List<String> endings) throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path each : in) {
            if (Files.isDirectory(each)) {
                all.addAll(within(each, endings));
            } else {
                all.add(each);
            }
        }
        return all;
    }

    private static List<Path> within(Path folder, List<String> endings) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(Files::isRegularFile)
                    .filter(file -> hasEnding(file, endings))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw BadDataException.in(
                        folder, "there is no file in this folder whose name ends in " + String.join(" or ", endings));
            }
            return found;
        }
    }

    private static boolean hasEnding(Path file, List<String> endings) {
        String name = plainName(file);
        return !name.startsWith(".") && endings.stream().anyMatch(name::endsWith);
    }

    /** A file's name without the ending of a compression, in lower case. */
    public static String plainName(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|zst)$", "");
    }
}
