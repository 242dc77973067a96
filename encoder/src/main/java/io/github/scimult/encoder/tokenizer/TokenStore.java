package io.github.scimult.encoder.tokenizer;

import io.github.scimult.core.storage.AtomicFile;
import io.github.scimult.core.storage.NotWrittenException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The token ids of many texts in a file that is mapped into memory, so that a million papers cost no heap. It is made once
 * and used again as long as texts, tokenizer and length stay the same.
 *
 * <p>The file, little-endian: 8 bytes {@code SCIMTOK1}; 32 bytes fingerprint of texts, tokenizer and length; as longs the
 * number of texts n, the number of ids m, and the bytes of an id w (2, or 4 for vocabularies beyond 65,536); the m ids, w
 * bytes each, filled up to a multiple of 8; n + 1 longs, the index of each text's first id and m.
 *
 * <p>Safe for use by many threads; usable until it is closed.
 */
public final class TokenStore implements AutoCloseable {
    static final String MAGIC = "SCIMTOK1";
    static final int HEADER_BYTES = 64;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Arena arena;
    private final MemorySegment ids;
    private final MemorySegment offsets;
    private final int size;
    private final boolean narrow;

    /** Receives the progress of tokenisation. */
    @FunctionalInterface
    public interface Progress {
        /** {@code done} of {@code total} texts are tokenised; called by one thread. */
        void report(int done, int total);

        /** Tells nobody. */
        static Progress silent() {
            return (done, total) -> {};
        }
    }

    private TokenStore(Arena arena, MemorySegment content) {
        this.arena = arena;
        this.size = (int) content.get(LONG, 40);
        long total = content.get(LONG, 48);
        long width = content.get(LONG, 56);
        this.narrow = width == Short.BYTES;
        this.ids = content.asSlice(HEADER_BYTES, total * width);
        this.offsets = content.asSlice(offsetsBegin(total, width), (size + 1L) * Long.BYTES);
    }

    /**
     * The ids of a source's texts: from the file if it was made of the same texts in the same way, else made now, on all
     * cores, and written to the file.
     *
     * @throws IOException if the file cannot be written
     */
    public static TokenStore open(Path file, TokenSource source, Progress progress) throws IOException {
        TokenStore kept = openIfFitting(file, source.fingerprint());
        if (kept != null) {
            return kept;
        }
        try (AtomicFile target = AtomicFile.create(file)) {
            new TokenStoreWriter(target.channel(), source, progress).write();
            target.commit();
        } catch (IOException e) {
            throw NotWrittenException.of(file, e);
        }
        TokenStore made = openIfFitting(file, source.fingerprint());
        if (made == null) {
            throw new IOException(file + ": what was written there a moment ago is not there any more: does another "
                    + "program write to the same file?");
        }
        return made;
    }

    /** Null if there is no such file, or one of other texts, or a damaged one: it is made anew then. */
    @SuppressWarnings("MustBeClosedChecker") // closed with the object, or here if there will be none
    private static TokenStore openIfFitting(Path file, String fingerprint) throws IOException {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MemorySegment content = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            if (fits(content, fingerprint)) {
                return new TokenStore(arena, content);
            }
            arena.close();
            return null;
        } catch (IOException e) {
            arena.close();
            throw e;
        }
    }

    private static boolean fits(MemorySegment content, String fingerprint) {
        if (content.byteSize() < HEADER_BYTES) {
            return false;
        }
        byte[] start = content.asSlice(0, 40).toArray(ValueLayout.JAVA_BYTE);
        if (!MAGIC.equals(new String(start, 0, 8, java.nio.charset.StandardCharsets.ISO_8859_1))
                || !fingerprint.equals(HexFormat.of().formatHex(start, 8, 40))) {
            return false;
        }
        long rows = content.get(LONG, 40);
        long total = content.get(LONG, 48);
        long width = content.get(LONG, 56);
        return (width == Short.BYTES || width == Integer.BYTES)
                && content.byteSize() == offsetsBegin(total, width) + (rows + 1) * Long.BYTES;
    }

    static long offsetsBegin(long total, long width) {
        return HEADER_BYTES + (total * width + 7) / 8 * 8;
    }

    /** How many texts there are. */
    public int size() {
        return size;
    }

    /** How many ids a text has. */
    public int length(int row) {
        Objects.checkIndex(row, size);
        return (int) (offset(row + 1) - offset(row));
    }

    /**
     * The ids of a text; a copy.
     *
     * @throws IndexOutOfBoundsException if {@code row} is not in [0, size)
     */
    public int[] ids(int row) {
        int[] result = new int[length(row)];
        long begin = offset(row);
        if (narrow) {
            for (int i = 0; i < result.length; i++) {
                result[i] = Short.toUnsignedInt(ids.getAtIndex(SHORT, begin + i));
            }
        } else {
            MemorySegment.copy(ids, INT, begin * Integer.BYTES, result, 0, result.length);
        }
        return result;
    }

    private long offset(int row) {
        return offsets.getAtIndex(LONG, row);
    }

    @Override
    public void close() {
        arena.close();
    }
}
