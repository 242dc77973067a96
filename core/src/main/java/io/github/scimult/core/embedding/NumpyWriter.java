package io.github.scimult.core.embedding;

import io.github.scimult.core.storage.AtomicFile;
import io.github.scimult.core.storage.NotWrittenException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Writes vectors to a file of NumPy, one after the other, however many there will be. The file appears whole with {@link
 * #commit()}; closed without it, the writer leaves nothing behind.
 *
 * <pre>{@code
 * try (NumpyWriter writer = NumpyWriter.create(path, 384)) {
 *     for (float[] vector : vectors) {
 *         writer.append(vector);
 *     }
 *     writer.commit();
 * }
 * }</pre>
 */
public final class NumpyWriter implements AutoCloseable {
    private final Path path;
    private final AtomicFile file;
    private final ByteBuffer buffer;
    private final int columns;
    private int rows;

    private NumpyWriter(Path path, AtomicFile file, int columns) {
        this.path = path;
        this.file = file;
        this.columns = columns;
        int rowsAtOnce = Math.max(1, (1 << 20) / (columns * Float.BYTES));
        this.buffer = ByteBuffer.allocateDirect(Math.max(NumpyFormat.WRITTEN_BYTES, rowsAtOnce * columns * Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Begins a file.
     *
     * @param columns how many numbers each vector has
     */
    public static NumpyWriter create(Path path, int columns) throws IOException {
        if (columns < 1) {
            throw new IllegalArgumentException("a vector has at least 1 number, not " + columns);
        }
        NumpyWriter writer = new NumpyWriter(path, AtomicFile.create(path), columns);
        try {
            // Room for the header, which tells how many vectors there are and so is written last.
            writer.buffer.put(new byte[NumpyFormat.WRITTEN_BYTES]);
            writer.flush();
            return writer;
        } catch (IOException e) {
            writer.close();
            throw e;
        }
    }

    /**
     * Writes the next vector.
     *
     * @throws IllegalArgumentException if it has another length than the file's vectors have
     */
    public void append(float[] vector) throws IOException {
        if (vector.length != columns) {
            throw new IllegalArgumentException(
                    "a vector of " + vector.length + " numbers in a file of vectors of " + columns);
        }
        if (buffer.remaining() < columns * Float.BYTES) {
            flush();
        }
        buffer.asFloatBuffer().put(vector);
        buffer.position(buffer.position() + columns * Float.BYTES);
        rows++;
    }

    /** Ends the file and makes it appear at its place. */
    public void commit() throws IOException {
        flush();
        FileChannel channel = file.channel();
        channel.position(0);
        buffer.put(NumpyFormat.write(rows, columns));
        flush();
        file.commit();
    }

    private void flush() throws IOException {
        buffer.flip();
        try {
            while (buffer.hasRemaining()) {
                file.channel().write(buffer);
            }
        } catch (IOException e) {
            throw NotWrittenException.of(path, e);
        }
        buffer.clear();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
