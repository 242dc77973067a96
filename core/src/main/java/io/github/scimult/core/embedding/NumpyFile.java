package io.github.scimult.core.embedding;

import io.github.scimult.core.storage.BadDataException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Vectors in a file of NumPy ({@code .npy}, 32-bit floats, one row a vector), mapped into memory. {@code numpy.load} opens
 * what {@link NumpyWriter} writes, and this class what {@code numpy.save} writes. Safe for use by many threads at once.
 */
public final class NumpyFile implements AutoCloseable {
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int LONGEST_HEADER = 1 << 16;

    private final Arena arena;
    private final MemorySegment content;
    private final NumpyFormat format;

    private NumpyFile(Arena arena, MemorySegment content, NumpyFormat format) {
        this.arena = arena;
        this.content = content;
        this.format = format;
    }

    /**
     * Opens and checks a file.
     *
     * @throws BadDataException if it is no array of 32-bit floats in rows and columns, or cut short
     * @throws IOException if it is not there or cannot be read
     */
    @SuppressWarnings("MustBeClosedChecker") // closed with the object, or here if there will be none
    public static NumpyFile open(Path file) throws IOException {
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MemorySegment content = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            long start = Math.min(LONGEST_HEADER, content.byteSize());
            NumpyFormat format = NumpyFormat.parse(content.asSlice(0, start).asByteBuffer(), file);
            long expected = format.bytes() + (long) format.rows() * format.columns() * Float.BYTES;
            if (content.byteSize() != expected) {
                throw BadDataException.in(
                        file,
                        (content.byteSize() < expected ? "cut short" : "damaged") + ": "
                                + content.byteSize() + " bytes, expected " + expected + " for " + format.rows()
                                + " vectors of "
                                + format.columns() + " numbers");
            }
            return new NumpyFile(arena, content, format);
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    /** How many vectors there are. */
    public int rows() {
        return format.rows();
    }

    /** How many numbers a vector has. */
    public int columns() {
        return format.columns();
    }

    /**
     * A vector.
     *
     * @throws IndexOutOfBoundsException if {@code row} is not in [0, rows)
     */
    public float[] row(int row) {
        Objects.checkIndex(row, format.rows());
        float[] vector = new float[format.columns()];
        long begin = format.bytes() + (long) row * format.columns() * Float.BYTES;
        MemorySegment.copy(content, FLOAT, begin, vector, 0, vector.length);
        return vector;
    }

    /** All vectors, (rows, columns). */
    public float[][] toArray() {
        float[][] vectors = new float[rows()][];
        for (int row = 0; row < vectors.length; row++) {
            vectors[row] = row(row);
        }
        return vectors;
    }

    @Override
    public void close() {
        arena.close();
    }
}
