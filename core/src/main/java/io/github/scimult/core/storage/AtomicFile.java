package io.github.scimult.core.storage;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears whole or not at all. It is written under another name beside its place, synced to the disk and
 * renamed by {@link #commit()}; whoever reads the place sees the old file or the new one, never a part. Closed without
 * a commit, it leaves no trace; what a killed process left beside is removed by the next writer of the same place.
 *
 * <p>Example:
 *
 * <pre>{@code
 * AtomicFile.write(report, bytes);
 *
 * try (AtomicFile file = AtomicFile.create(target)) {
 *     file.channel().write(buffer);
 *     file.commit();
 * }
 * }</pre>
 *
 * <p>Every {@link IOException} names the place that was to be written (a full disk shows itself this way).
 */
public final class AtomicFile implements Closeable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path target;
    private final BesideName beside;
    private final FileChannel channel;
    private OutputStream stream;
    private boolean committed;

    private AtomicFile(Path target, BesideName beside, FileChannel channel) {
        this.target = target;
        this.beside = beside;
        this.channel = channel;
    }

    /** What writes a file's content. */
    @FunctionalInterface
    public interface Content {
        /** Writes the whole content; need neither flush nor close. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Begins to write a file; the folder it lies in is made if it is missing.
     *
     * @param target the place where the file is to be; what is there is replaced by {@link #commit()}
     */
    public static AtomicFile create(Path target) throws IOException {
        try {
            BesideName beside = BesideName.claim(target);
            try {
                return new AtomicFile(target, beside, open(beside.path()));
            } catch (IOException failure) {
                beside.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw NotWrittenException.of(target, failure);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.READ);
    }

    /** Writes a file from begin to end. */
    public static void write(Path target, Content content) throws IOException {
        try (AtomicFile file = create(target)) {
            content.writeTo(file.stream());
            file.commit();
        } catch (IOException failure) {
            throw NotWrittenException.of(target, failure);
        }
    }

    /** Writes the bytes of a whole file. */
    public static void write(Path target, byte[] content) throws IOException {
        write(target, out -> out.write(content));
    }

    /** Writes a text in UTF-8. */
    public static void writeText(Path target, String text) throws IOException {
        write(target, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A buffered stream into the file; always the same one. Need not be closed. */
    public OutputStream stream() {
        if (stream == null) {
            stream = new Unclosed(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES));
        }
        return stream;
    }

    /** The open file, for writers that place their bytes themselves; don't mix with {@link #stream()}. */
    public FileChannel channel() {
        return channel;
    }

    /** Syncs the file to the disk and gives it its name. */
    public void commit() throws IOException {
        try {
            if (stream != null) {
                stream.flush();
            }
            channel.force(true);
            channel.close();
            Disk.rename(beside.path(), target);
            committed = true;
        } catch (IOException failure) {
            throw NotWrittenException.of(target, failure);
        }
    }

    /** Removes what was written unless it was committed. */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
            if (!committed) {
                Files.deleteIfExists(beside.path());
            }
        } finally {
            beside.close();
        }
    }

    /** Writers that wrap the stream (generators of JSON, compressors) may close it: only the commit ends the file. */
    private final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int value) throws IOException {
            try {
                out.write(value);
            } catch (IOException failure) {
                throw NotWrittenException.of(target, failure);
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException failure) {
                throw NotWrittenException.of(target, failure);
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                out.flush();
            } catch (IOException failure) {
                throw NotWrittenException.of(target, failure);
            }
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
