package io.github.scimult.training.event;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Events as TensorBoard reads them: TensorFlow's protocol buffer {@code Event}, framed as a record of its TFRecord format (length,
 * masked CRC-32C of the length, content, masked CRC-32C of the content; all little-endian). Written by hand, since four kinds of
 * fields need no library.
 */
final class EventRecords {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    private EventRecords() {}

    /** The first record of a file. */
    static byte[] version(double seconds) {
        Message event = new Message().number(1, seconds).bytes(3, "brain.Event:2".getBytes(StandardCharsets.UTF_8));
        return record(event);
    }

    /** A run goes on: what was written before for this step and later ones no longer counts. */
    static byte[] restart(double seconds, long step) {
        Message start = new Message().integer(1, 1);
        return record(new Message().number(1, seconds).integer(2, step).bytes(7, start.content()));
    }

    /** @param values by tag; those that are not finite are passed over, TensorBoard has no place for them */
    static byte[] scalars(double seconds, long step, Map<String, Double> values) {
        Message summary = new Message();
        values.forEach((tag, value) -> {
            if (Double.isFinite(value)) {
                Message scalar = new Message()
                        .bytes(1, tag.getBytes(StandardCharsets.UTF_8))
                        .single(2, value.floatValue());
                summary.bytes(1, scalar.content());
            }
        });
        return record(new Message().number(1, seconds).integer(2, step).bytes(5, summary.content()));
    }

    private static byte[] record(Message message) {
        byte[] content = message.content();
        ByteBuffer record = littleEndian(16 + content.length);
        record.putLong(content.length).putInt(maskedChecksum(record.array(), 8));
        record.put(content).putInt(maskedChecksum(content, content.length));
        return record.array();
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Rotated and shifted, as the format wants it. */
    private static int maskedChecksum(byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return Integer.rotateRight((int) checksum.getValue(), 15) + 0xa282ead8;
    }

    /** A protocol buffer's fields one after the other. */
    private static final class Message {
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();

        Message integer(int field, long value) {
            varint((field << 3) | VARINT);
            varint(value);
            return this;
        }

        Message number(int field, double value) {
            varint((field << 3) | FIXED64);
            content.writeBytes(littleEndian(8).putDouble(value).array());
            return this;
        }

        Message single(int field, float value) {
            varint((field << 3) | FIXED32);
            content.writeBytes(littleEndian(4).putFloat(value).array());
            return this;
        }

        Message bytes(int field, byte[] value) {
            varint((field << 3) | BYTES);
            varint(value.length);
            content.writeBytes(value);
            return this;
        }

        private void varint(long value) {
            long rest = value;
            while ((rest & ~0x7fL) != 0) {
                content.write((int) ((rest & 0x7f) | 0x80));
                rest >>>= 7;
            }
            content.write((int) rest);
        }

        byte[] content() {
            return content.toByteArray();
        }
    }
}
