package io.github.scimult.core.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;

/**
 * A folder for what only a running command needs, gone when it is closed. It lies in Java's temporary folder (the system property
 * {@code java.io.tmpdir}), can be read by its owner alone, and is {@code scimult-RANDOM} with a lock file beside it. What killed
 * processes left is removed by the next one that asks.
 *
 * <p>Example:
 *
 * <pre>{@code
 * try (TemporaryFolder temporary = TemporaryFolder.create()) {
 *     Files.write(temporary.path().resolve("vectors"), bytes);
 * }
 * }</pre>
 */
public final class TemporaryFolder implements Closeable {
    private static final String PREFIX = "scimult-";
    private static final Pattern NAMES = Pattern.compile(PREFIX + "[0-9a-f]{16}(\\.lock)?");

    private final Path path;
    private final WriterLock lock;

    private TemporaryFolder(Path path, WriterLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /** An empty folder, in Java's temporary folder. */
    public static TemporaryFolder create() throws IOException {
        return create(root());
    }

    static TemporaryFolder create(Path root) throws IOException {
        removeLeftovers(root);
        try {
            WriterLock lock = WriterLock.create(root, PREFIX);
            try {
                Path path = root.resolve(lock.guarded());
                Files.createDirectory(path, ownersOnly(root));
                return new TemporaryFolder(path, lock);
            } catch (IOException failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new IOException(
                    "cannot make a temporary folder in " + root + " (" + failure
                            + "): set SCIMULT_TMP, or for a program of your own -Djava.io.tmpdir, to a folder that can be written to",
                    failure);
        }
    }

    /** Removes what killed processes left in Java's temporary folder; what cannot be removed stays. */
    public static void removeLeftovers() {
        removeLeftovers(root());
    }

    private static void removeLeftovers(Path root) {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(
                root, entry -> NAMES.matcher(entry.getFileName().toString()).matches())) {
            for (Path one : all) {
                removeIfDead(root, one.getFileName().toString());
            }
        } catch (IOException unreadable) {
            // Whoever needs the folder hears of it.
        }
    }

    private static void removeIfDead(Path root, String name) {
        String folder =
                name.endsWith(WriterLock.SUFFIX) ? name.substring(0, name.length() - WriterLock.SUFFIX.length()) : name;
        try {
            WriterLock.removeIfDead(
                    root.resolve(folder + WriterLock.SUFFIX), () -> Disk.deleteTree(root.resolve(folder)));
        } catch (IOException ofAnotherUser) {
            // Not ours to remove.
        }
    }

    private static Path root() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    private static FileAttribute<?>[] ownersOnly(Path root) {
        boolean posix = root.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /** The folder. */
    public Path path() {
        return path;
    }

    /** Deletes it with all that it holds. */
    @Override
    public void close() throws IOException {
        Disk.deleteTree(path);
        lock.close();
    }
}
