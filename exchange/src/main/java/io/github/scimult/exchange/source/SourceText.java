package io.github.scimult.exchange.source;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Compression;
import io.github.scimult.core.text.WellFormedText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A file as text: unpacked, without byte order mark and NUL, its line ends {@code \n}. Lines that are not UTF-8 are read as
 * Windows-1252, which Latin-1 is a part of, and named.
 *
 * @param text of the whole file
 * @param foreignLines the lines, counted from 1, that were read as Windows-1252
 */
public record SourceText(String text, List<Integer> foreignLines) {
    static final int MAX_BYTES = 256 << 20;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /**
     * Reads a file.
     *
     * @throws BadDataException if there is no such file, if it is packed in a way that is not known or damaged, or if it has
     *     more than 256 MB unpacked
     */
    public static SourceText read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw BadDataException.in(
                    file, Files.isDirectory(file) ? "this is a folder, not a file" : "there is no such file");
        }
        return of(bytes(file));
    }

    /** Decodes the content of a file. */
    static SourceText of(byte[] bytes) {
        Encoding encoding = Encoding.of(bytes);
        if (encoding.charset() != null) {
            ByteBuffer content = ByteBuffer.wrap(bytes, encoding.start(), bytes.length - encoding.start());
            return new SourceText(tidy(encoding.charset().decode(content).toString()), List.of());
        }
        try {
            ByteBuffer content = ByteBuffer.wrap(bytes, encoding.start(), bytes.length - encoding.start());
            return new SourceText(
                    tidy(StandardCharsets.UTF_8.newDecoder().decode(content).toString()), List.of());
        } catch (CharacterCodingException notUtf8) {
            return lineByLine(bytes, encoding.start());
        }
    }

    /** What is to be said of the lines that are not UTF-8; empty if there are none. */
    public String foreignLinesRemark() {
        if (foreignLines.isEmpty()) {
            return "";
        }
        return foreignLines.size() + (foreignLines.size() == 1 ? " line is" : " lines are")
                + " not UTF-8 and read as Windows-1252. Save the file in UTF-8 if letters come out wrong.";
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Compression.open(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw BadDataException.in(
                        file, "the file has more than " + (MAX_BYTES >> 20) + " MB. Divide it into several.");
            }
            return bytes;
        } catch (IOException failure) {
            throw Compression.damage(file, failure).orElseThrow(() -> failure);
        }
    }

    private static SourceText lineByLine(byte[] bytes, int start) {
        StringBuilder text = new StringBuilder(bytes.length);
        List<Integer> foreign = new ArrayList<>();
        int number = 0;
        for (int from = start; from < bytes.length; ) {
            number++;
            int to = from;
            while (to < bytes.length && bytes[to] != '\n' && bytes[to] != '\r') {
                to++;
            }
            to = Math.min(bytes.length, to + 1);
            if (to < bytes.length && bytes[to - 1] == '\r' && bytes[to] == '\n') {
                to++;
            }
            text.append(decodedLine(Arrays.copyOfRange(bytes, from, to), number, foreign));
            from = to;
        }
        return new SourceText(tidy(text.toString()), List.copyOf(foreign));
    }

    private static String decodedLine(byte[] line, int number, List<Integer> foreign) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            foreign.add(number);
            return WINDOWS.decode(ByteBuffer.wrap(line)).toString();
        }
    }

    private static String tidy(String text) {
        String tidy = text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        tidy = tidy.indexOf('\0') < 0 ? tidy : tidy.replace("\0", "");
        tidy = tidy.indexOf('\uFEFF') < 0 ? tidy : tidy.replace("\uFEFF", "");
        return WellFormedText.of(tidy);
    }
}
