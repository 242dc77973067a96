package io.github.scimult.core.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A lock file that says whether the writer of something beside it lives. The system holds the lock for the process and frees it when
 * the process ends, however it ends. Process numbers cannot tell: in a container every process may be number 1, and those of other
 * containers that share the disk cannot be seen.
 *
 * <p>The file is there before what it guards, and until after it. Names are random and never used again.
 */
final class WriterLock implements Closeable {
    /** How a lock file's name ends. */
    static final String SUFFIX = ".lock";

    /** Locked by this process: opening and closing such a file once more would free its lock (POSIX). */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private WriterLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** What is done about something that no living process writes. */
    @FunctionalInterface
    interface Removal {
        void run() throws IOException;
    }

    /**
     * Creates and locks {@code PREFIX.RANDOM.lock}. Where the file system knows no locks the file alone stands for it, and what a killed
     * process leaves stays.
     *
     * @param folder that exists
     */
    static WriterLock create(Path folder, String prefix) throws IOException {
        while (true) {
            String random = UUID.randomUUID().toString().replace("-", "").substring(0, 16);
            Path file = folder.toRealPath().resolve(prefix + random + SUFFIX);
            OWN.add(file);
            try {
                FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                if (isLocked(channel) && Files.exists(file)) {
                    return new WriterLock(file, channel);
                }
                channel.close(); // another process took the new file for a leftover, and removes it
                OWN.remove(file);
            } catch (FileAlreadyExistsException taken) {
                OWN.remove(file);
            } catch (IOException | RuntimeException failure) {
                OWN.remove(file);
                throw failure;
            }
        }
    }

    private static boolean isLocked(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (IOException noLocksHere) {
            return true;
        }
    }

    /** The name of what is guarded: that of the lock without its end. */
    String guarded() {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    /**
     * Removes something unless its writer lives, and its lock file.
     *
     * @param file the lock file, there or not; without one the writer is dead
     */
    static void removeIfDead(Path file, Removal removal) throws IOException {
        if (OWN.contains(file.getParent().toRealPath().resolve(file.getFileName()))) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            if (isFree(channel)) {
                removal.run();
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException none) {
            removal.run();
        }
    }

    /** Whether no process holds the lock; where that cannot be told, one does. */
    private static boolean isFree(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException | IOException unknown) {
            return false;
        }
    }

    /** Frees the lock and removes its file; what it guards is gone by then or has its own name. */
    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(file);
        } finally {
            channel.close();
            OWN.remove(file);
        }
    }
}
