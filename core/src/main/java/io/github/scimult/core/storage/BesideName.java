package io.github.scimult.core.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The name under which a file or folder is written before it gets its own: {@code .NAME.RANDOM.part}, with a lock file {@code
 * .NAME.RANDOM.lock} that tells the next writer whether this one lives.
 */
final class BesideName implements Closeable {
    private static final String SUFFIX = ".part";
    /** Random digits; earlier versions wrote the process and a number instead. */
    private static final String UNIQUE = "([0-9a-f]{16}|[0-9]{1,18}-[0-9]+)";

    private final Path path;
    private final WriterLock lock;

    private BesideName(Path path, WriterLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /** A free name beside {@code target}, whose folder exists afterwards; leftovers of dead writers are removed. */
    static BesideName claim(Path target) throws IOException {
        Path parent = target.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("'" + target + "' is no place for a file or folder");
        }
        Disk.createFolders(parent);
        removeLeftovers(target);
        WriterLock lock = WriterLock.create(parent, "." + target.getFileName() + ".");
        return new BesideName(parent.resolve(lock.guarded() + SUFFIX), lock);
    }

    /** Where to write. */
    Path path() {
        return path;
    }

    /** Gives the name up: what was written has its own by now, or is gone. */
    @Override
    public void close() throws IOException {
        lock.close();
    }

    /** Removes what dead writers of {@code target} left beside it. */
    static void removeLeftovers(Path target) throws IOException {
        Path parent = target.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return;
        }
        Pattern names = Pattern.compile(Pattern.quote("." + target.getFileName() + ".") + UNIQUE + "\\.(part|lock)");
        try (DirectoryStream<Path> beside = Files.newDirectoryStream(
                parent, entry -> names.matcher(entry.getFileName().toString()).matches())) {
            for (Path leftover : beside) {
                String name = leftover.getFileName().toString();
                String unique = name.substring(0, name.lastIndexOf('.'));
                WriterLock.removeIfDead(
                        parent.resolve(unique + WriterLock.SUFFIX),
                        () -> Disk.deleteTree(parent.resolve(unique + SUFFIX)));
            }
        } catch (NoSuchFileException gone) {
            // Another writer removed the folder itself.
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
}
