package io.github.scimult.core.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A folder that appears whole or not at all. It is filled under another name beside its place; {@link #commit()} syncs
 * every file in it and renames it. Closed without a commit, it leaves no trace; what a killed process left beside is
 * removed by the next writer of the same place, and by {@link #recover(Path)}.
 *
 * <p>A folder cannot be renamed over a full one, so replacing takes two renames: the old folder moves to {@code
 * .NAME.old}, the new one takes its place, the old one is deleted. A process killed between the two leaves the old
 * folder under that name, and {@link #recover(Path)} brings it back: readers of a place that is replaced call it first.
 *
 * <p>Example:
 *
 * <pre>{@code
 * try (AtomicFolder folder = AtomicFolder.replacing(checkpoint)) {
 *     Files.write(folder.path().resolve("config.json"), config);
 *     folder.commit();
 * }
 * }</pre>
 */
public final class AtomicFolder implements Closeable {
    private final Path target;
    private final BesideName beside;
    private boolean committed;

    private AtomicFolder(Path target, BesideName beside) {
        this.target = target;
        this.beside = beside;
    }

    /** What fills a folder. */
    @FunctionalInterface
    public interface Content {
        /** Writes all files into {@code folder}, which is empty; need not sync them. */
        void writeTo(Path folder) throws IOException;
    }

    /**
     * Begins a new folder.
     *
     * @throws IllegalArgumentException if there is a file or a folder with content at this place
     */
    public static AtomicFolder create(Path target) throws IOException {
        recover(target);
        if (Files.exists(target) && !isEmptyFolder(target)) {
            throw new IllegalArgumentException(
                    "there is something at " + target + " already: choose a new folder, or remove that one first");
        }
        return begin(target);
    }

    /** Begins a folder that takes the place of the one that is there, if there is one. */
    public static AtomicFolder replacing(Path target) throws IOException {
        recover(target);
        return begin(target);
    }

    /** Fills a folder from begin to end; one that is there is replaced. */
    public static void write(Path target, Content content) throws IOException {
        try (AtomicFolder folder = replacing(target)) {
            content.writeTo(folder.path());
            folder.commit();
        } catch (IOException failure) {
            throw NotWrittenException.of(target, failure);
        }
    }

    /**
     * Brings the old folder back where a process was killed between the two renames of a replacement, and removes what it
     * had written beside.
     */
    public static void recover(Path target) throws IOException {
        BesideName.removeLeftovers(target);
        Path old = oldName(target);
        if (!Files.exists(old)) {
            return;
        }
        if (Files.exists(target)) {
            Disk.deleteTree(old);
        } else {
            Disk.rename(old, target);
        }
    }

    /** Deletes a folder with all that it holds; one that is not there is fine. */
    public static void delete(Path folder) throws IOException {
        Disk.deleteTree(folder);
    }

    /** The folder to fill. */
    public Path path() {
        return beside.path();
    }

    /** Syncs all files to the disk and gives the folder its name. */
    public void commit() throws IOException {
        try {
            Disk.syncTree(beside.path());
            Path old = oldName(target);
            if (Files.exists(target)) {
                Disk.rename(target, old);
            }
            Disk.rename(beside.path(), target);
            committed = true;
            Disk.deleteTree(old);
        } catch (IOException failure) {
            throw NotWrittenException.of(target, failure);
        }
    }

    /** Removes what was written unless it was committed. */
    @Override
    public void close() throws IOException {
        try {
            if (!committed) {
                Disk.deleteTree(beside.path());
                recover(target);
            }
        } finally {
            beside.close();
        }
    }

    private static AtomicFolder begin(Path target) throws IOException {
        try {
            BesideName beside = BesideName.claim(target);
            try {
                Files.createDirectory(beside.path());
                return new AtomicFolder(target, beside);
            } catch (IOException failure) {
                beside.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw NotWrittenException.of(target, failure);
        }
    }

    private static Path oldName(Path target) {
        Path absolute = target.toAbsolutePath();
        return absolute.resolveSibling("." + absolute.getFileName() + ".old");
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
