package io.github.scimult.encoder.checkpoint.torch;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads a pickle's bytes from the front; whoever asks for more than there is gets a {@link RefusedPickleException}. */
final class PickleBytes {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int LONGEST_LINE = 1000;

    private final MemorySegment bytes;
    private long position;

    PickleBytes(MemorySegment bytes, long position) {
        this.bytes = bytes;
        this.position = position;
    }

    long position() {
        return position;
    }

    private long advance(long count) {
        if (count < 0 || count > bytes.byteSize() - position) {
            throw new RefusedPickleException("it is cut short or damaged: %,d bytes are asked for at byte %,d of %,d"
                    .formatted(count, position, bytes.byteSize()));
        }
        long from = position;
        position += count;
        return from;
    }

    int unsignedByte() {
        return Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, advance(1)));
    }

    int unsignedShort() {
        return unsignedByte() | unsignedByte() << 8;
    }

    int integer() {
        return bytes.get(INT, advance(4));
    }

    long longInteger() {
        return bytes.get(LONG, advance(8));
    }

    double bigEndianDouble() {
        return bytes.get(DOUBLE, advance(8));
    }

    byte[] raw(long count) {
        long from = advance(count);
        return bytes.asSlice(from, count).toArray(ValueLayout.JAVA_BYTE);
    }

    MemorySegment slice(long count) {
        return bytes.asSlice(advance(count), count);
    }

    String text(long count) {
        return new String(raw(count), StandardCharsets.UTF_8);
    }

    /** Up to the end of the line, without it. */
    String line() {
        StringBuilder line = new StringBuilder();
        for (int read = unsignedByte(); read != '\n'; read = unsignedByte()) {
            line.append((char) read);
            if (line.length() > LONGEST_LINE) {
                throw new RefusedPickleException("it is damaged: a name of more than " + LONGEST_LINE + " bytes");
            }
        }
        return line.toString();
    }
}
