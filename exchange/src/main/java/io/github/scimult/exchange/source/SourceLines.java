package io.github.scimult.exchange.source;

import io.github.scimult.core.record.DefectiveLine;
import io.github.scimult.core.record.StrictText;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Compression;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The lines of a file of any size. One that is not UTF-8 is told from the others, which it costs nothing. */
public final class SourceLines implements Closeable {
    private static final int MAX_LINE_BYTES = 64 << 20;
    private static final int SAMPLE_BYTES = 4096;

    private final Path file;
    private final InputStream content;
    private final Charset wide; // null for UTF-8
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long number;
    private int pushedBack = -1;

    /**
     * A line.
     *
     * @param number from 1
     * @param text of the line; empty if it cannot be read
     * @param defect why it cannot be read; empty if it can
     */
    public record Line(long number, String text, String defect) {
        public boolean isReadable() {
            return defect.isEmpty();
        }
    }

    private SourceLines(Path file, InputStream content, Charset wide) {
        this.file = file;
        this.content = content;
        this.wide = wide;
    }

    /** Opens a file, packed or not. */
    public static SourceLines open(Path file) throws IOException {
        InputStream content = new BufferedInputStream(Compression.open(file), 1 << 16);
        try {
            content.mark(SAMPLE_BYTES);
            Encoding encoding = Encoding.of(content.readNBytes(SAMPLE_BYTES));
            content.reset();
            content.skipNBytes(encoding.start());
            return new SourceLines(file, content, encoding.charset());
        } catch (IOException failure) {
            content.close();
            throw Compression.damage(file, failure).orElseThrow(() -> failure);
        }
    }

    /**
     * The next line; empty behind the last.
     *
     * @throws BadDataException if it is longer than 64 MB, or the file is packed and damaged
     */
    public Optional<Line> next() throws IOException {
        try {
            return read() ? Optional.of(line()) : Optional.empty();
        } catch (IOException failure) {
            throw Compression.damage(file, failure).orElseThrow(() -> failure);
        }
    }

    private Line line() {
        byte[] line = bytes.toByteArray();
        if (wide != null) {
            return new Line(number, new String(line, wide), "");
        }
        try {
            return new Line(number, StrictText.decode(line, 0, line.length).toString(), "");
        } catch (DefectiveLine notUtf8) {
            return new Line(number, "", notUtf8.getMessage());
        }
    }

    private boolean read() throws IOException {
        bytes.reset();
        number++;
        int unit = unit();
        if (unit < 0) {
            return false;
        }
        while (unit >= 0 && unit != '\n' && unit != '\r') {
            append(unit);
            if (bytes.size() > MAX_LINE_BYTES) {
                throw BadDataException.in(
                        file, number, "the line is longer than 64 MB. Every record stands in a line of its own.");
            }
            unit = unit();
        }
        if (unit == '\r') {
            int next = unit();
            pushedBack = next == '\n' ? -1 : next;
        }
        return true;
    }

    /** A byte, or the two or four bytes of UTF-16 and UTF-32 as one number; -1 at the end. */
    private int unit() throws IOException {
        if (pushedBack >= 0) {
            int unit = pushedBack;
            pushedBack = -1;
            return unit;
        }
        if (wide == null) {
            return content.read();
        }
        byte[] unit = content.readNBytes(width());
        if (unit.length < width()) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < unit.length; i++) {
            int place = wide.equals(StandardCharsets.UTF_16BE) ? unit.length - 1 - i : i;
            value |= (unit[i] & 0xff) << (8 * place);
        }
        return value & Integer.MAX_VALUE;
    }

    private int width() {
        return wide.name().startsWith("UTF-32") ? 4 : 2;
    }

    private void append(int unit) {
        if (wide == null) {
            bytes.write(unit);
            return;
        }
        for (int i = 0; i < width(); i++) {
            int place = wide.equals(StandardCharsets.UTF_16BE) ? width() - 1 - i : i;
            bytes.write(unit >>> (8 * place));
        }
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
