package io.github.scimult.core.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The right to write a library's journal: one thread of one process at a time has it. The system frees the lock of a process that
 * ends, however it ends.
 */
final class JournalLock implements Closeable {
    /** A process holds a file's lock as a whole, and loses it when any of its channels of the file is closed (POSIX). */
    private static final Map<Path, ReentrantLock> OWN = new ConcurrentHashMap<>();

    private final ReentrantLock own;
    private final FileChannel channel;
    private final FileLock lock;

    private JournalLock(ReentrantLock own, FileChannel channel, FileLock lock) {
        this.own = own;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Waits for it.
     *
     * @param file that stands for the journal; made where it is missing, and never removed
     */
    static JournalLock acquire(Path file) throws IOException {
        Path real = file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
        ReentrantLock own = OWN.computeIfAbsent(real, _ -> new ReentrantLock(true));
        own.lock();
        FileChannel channel = null;
        try {
            channel = FileChannel.open(real, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new JournalLock(own, channel, channel.lock());
        } catch (IOException | RuntimeException | Error failure) {
            if (channel != null) {
                channel.close();
            }
            own.unlock();
            throw failure;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            lock.release();
            channel.close();
        } finally {
            own.unlock();
        }
    }
}
