package io.github.scimult.encoder.checkpoint.torch;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A zip file whose entries are stored as they are, as slices of the mapped file: the JDK's reader copies, and a file of
 * weights can be larger than the heap. Sizes beyond 4 GiB (zip64) are read too.
 */
final class StoredZip {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_64_LOCATOR = 0x07064b50;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final long TOO_LARGE = 0xffffffffL;

    private final MemorySegment file;

    private StoredZip(MemorySegment file) {
        this.file = file;
    }

    /** Whether a file begins as a zip file does. */
    static boolean isOne(MemorySegment file) {
        return file.byteSize() >= 4 && file.get(INT, 0) == LOCAL;
    }

    /**
     * All entries by name.
     *
     * @throws RefusedPickleException if the file is damaged, or an entry is compressed
     */
    static Map<String, MemorySegment> entries(MemorySegment file) {
        try {
            return new StoredZip(file).entries();
        } catch (IndexOutOfBoundsException e) {
            throw new RefusedPickleException("it is cut short or damaged: its list of contents points outside of it");
        }
    }

    private Map<String, MemorySegment> entries() {
        long end = end();
        long position = unsigned(end + 16);
        long count = Short.toUnsignedLong(file.get(SHORT, end + 10));
        if (position == TOO_LARGE || count == 0xffff) {
            long end64 = file.get(LONG, locator(end) + 8);
            count = file.get(LONG, end64 + 32);
            position = file.get(LONG, end64 + 48);
        }
        Map<String, MemorySegment> entries = new LinkedHashMap<>();
        for (long i = 0; i < count; i++) {
            position = entry(position, entries);
        }
        return entries;
    }

    private long end() {
        long last = file.byteSize() - 22;
        for (long at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (file.get(INT, at) == END) {
                return at;
            }
        }
        throw new RefusedPickleException("it is cut short: a zip file without its list of contents");
    }

    private long locator(long end) {
        if (end < 20 || file.get(INT, end - 20) != END_64_LOCATOR) {
            throw new RefusedPickleException("it is damaged: a large zip file without its second list of contents");
        }
        return end - 20;
    }

    /** Reads an entry of the list. @return where the next one begins */
    private long entry(long at, Map<String, MemorySegment> entries) {
        if (file.get(INT, at) != CENTRAL) {
            throw new RefusedPickleException("it is damaged: its list of contents is broken at byte " + at);
        }
        int nameLength = Short.toUnsignedInt(file.get(SHORT, at + 28));
        int extraLength = Short.toUnsignedInt(file.get(SHORT, at + 30));
        String name =
                new String(file.asSlice(at + 46, nameLength).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
        if (file.get(SHORT, at + 10) != 0) {
            throw new RefusedPickleException("its part " + name + " is compressed; torch stores them as they are");
        }
        Large large = new Large(at + 46 + nameLength, extraLength);
        long size = large.or(unsigned(at + 24));
        large.or(unsigned(at + 20)); // the compressed size, the same
        long local = large.or(unsigned(at + 42));
        long data = local
                + 30
                + Short.toUnsignedInt(file.get(SHORT, local + 26))
                + Short.toUnsignedInt(file.get(SHORT, local + 28));
        entries.put(name, file.asSlice(data, size));
        return at + 46 + nameLength + extraLength + Short.toUnsignedInt(file.get(SHORT, at + 32));
    }

    private long unsigned(long at) {
        return Integer.toUnsignedLong(file.get(INT, at));
    }

    /** The numbers that were too large for their places, in their order. */
    private final class Large {
        private long next = -1;

        Large(long extra, int length) {
            for (long at = extra; at + 4 <= extra + length; at += 4 + Short.toUnsignedInt(file.get(SHORT, at + 2))) {
                if (file.get(SHORT, at) == 1) {
                    next = at + 4;
                }
            }
        }

        long or(long number) {
            if (number != TOO_LARGE || next < 0) {
                return number;
            }
            next += 8;
            return file.get(LONG, next - 8);
        }
    }
}
