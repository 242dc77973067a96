package io.github.scimult.core.storage;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The name under which a file or folder is written before it gets its own: {@code .NAME.PID-COUNT.part}. The process is
 * in the name so that the next writer can tell what a dead process left from what a living one is writing.
 */
final class BesideName {
    private static final String SUFFIX = ".part";
    private static final AtomicLong COUNT = new AtomicLong();

    private BesideName() {}

    /** A free name beside {@code target}, whose folder exists afterwards; leftovers of dead writers are removed. */
    static Path claim(Path target) throws IOException {
        Path parent = target.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("'" + target + "' is no place for a file or folder");
        }
        Disk.createFolders(parent);
        removeLeftovers(parent, prefix(target));
        long process = ProcessHandle.current().pid();
        return parent.resolve(prefix(target) + process + "-" + COUNT.incrementAndGet() + SUFFIX);
    }

    /** Removes what dead writers of {@code target} left beside it. */
    static void removeLeftovers(Path target) throws IOException {
        Path parent = target.toAbsolutePath().getParent();
        if (parent != null && Files.isDirectory(parent)) {
            removeLeftovers(parent, prefix(target));
        }
    }

    /** Whether a path, or a folder above it, has such a name. */
    static boolean isInside(Path path) {
        for (Path name : path) {
            if (name.toString().startsWith(".") && name.toString().endsWith(SUFFIX)) {
                return true;
            }
        }
        return false;
    }

    private static String prefix(Path target) {
        return "." + target.getFileName() + ".";
    }

    private static void removeLeftovers(Path parent, String prefix) throws IOException {
        try (DirectoryStream<Path> beside = Files.newDirectoryStream(parent, entry -> isLeftover(entry, prefix))) {
            for (Path leftover : beside) {
                Disk.deleteTree(leftover);
            }
        }
    }

    private static boolean isLeftover(Path entry, String prefix) {
        String name = entry.getFileName().toString();
        if (!name.startsWith(prefix) || !name.endsWith(SUFFIX) || name.length() < prefix.length() + SUFFIX.length()) {
            return false;
        }
        String writer = name.substring(prefix.length(), name.length() - SUFFIX.length());
        if (!writer.matches("[0-9]{1,18}-[0-9]+")) {
            return false;
        }
        long process = Long.parseLong(writer.substring(0, writer.indexOf('-')));
        return process != ProcessHandle.current().pid()
                && ProcessHandle.of(process).isEmpty();
    }
}
