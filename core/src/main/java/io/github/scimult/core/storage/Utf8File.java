package io.github.scimult.core.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Text files of people, which are in UTF-8, with or without a byte order mark. */
public final class Utf8File {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Utf8File() {}

    /**
     * The content, without a byte order mark.
     *
     * @throws BadDataException if it is not UTF-8
     */
    public static String read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return decoded(file, bytes, bytes.length);
    }

    /**
     * The lines that have an end: what a writer that was killed left of a last one is passed over.
     *
     * @throws BadDataException if they are not UTF-8
     */
    public static List<String> wholeLines(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return decoded(file, bytes, end).lines().toList();
    }

    private static String decoded(Path file, byte[] bytes, int end) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, end))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            throw notUtf8(file);
        }
    }

    /** What is said of a file in another encoding. */
    public static BadDataException notUtf8(Path file) {
        return BadDataException.in(file, "the file is not UTF-8 text: save it as UTF-8");
    }
}
