package io.github.scimult.core.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears whole or not at all: written beside its place, synced, renamed. Closed without {@link #commit()}
 * it leaves nothing behind, and what stood at its place before stays.
 */
public final class AtomicFile implements AutoCloseable {
    private final Path target;
    private final Path beside;
    private final FileChannel channel;
    private final OutputStream stream;

    private AtomicFile(Path target, Path beside, FileChannel channel) {
        this.target = target;
        this.beside = beside;
        this.channel = channel;
        this.stream = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    }

    /**
     * Begins to write a file; its folder is made if there is none.
     *
     * @throws IOException if the folder cannot be made or written to
     */
    public static AtomicFile create(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path beside = Files.createTempFile(folder, "." + target.getFileName() + ".", ".part");
        return new AtomicFile(target, beside, FileChannel.open(beside, StandardOpenOption.WRITE));
    }

    /** Writes a small file in one call. */
    public static void write(Path target, byte[] content) throws IOException {
        try (AtomicFile file = create(target)) {
            file.stream().write(content);
            file.commit();
        }
    }

    /** Where to write in sequence, buffered; flush it before going on with {@link #channel()}. */
    public OutputStream stream() {
        return stream;
    }

    /** Where to write at any position. */
    public FileChannel channel() {
        return channel;
    }

    /** Makes the file appear at its place, durably. */
    public void commit() throws IOException {
        stream.flush();
        channel.force(true);
        channel.close();
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder(target.toAbsolutePath().getParent());
    }

    /** Makes renames within a folder durable, where the operating system can (Windows cannot, and need not). */
    public static void syncFolder(Path folder) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Removes what was written, unless it was committed. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(beside);
    }
}
