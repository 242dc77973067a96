package io.github.scimult.evaluation.trec;

import io.github.scimult.core.storage.BadDataException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Lines of fields separated by ASCII whitespace: what TREC's formats have in common. */
final class TrecLines {
    private static final Pattern SEPARATOR = Pattern.compile("[ \\t\\x0B\\f\\r]+");

    private TrecLines() {}

    /** One line with the place where it stands. */
    record Line(Path file, long number, String[] fields) {
        String field(int index) {
            return fields[index];
        }

        BadDataException bad(String problem) {
            return BadDataException.in(file, number, problem + ".");
        }
    }

    /** Hands every line that is not blank to a consumer, once its number of fields is right. */
    static void read(Path file, String format, Consumer<Line> consumer) throws IOException {
        int expected = format.split(" ").length;
        long number = 0;
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                number++;
                String[] fields = SEPARATOR.split(stripped(text));
                if (fields.length == 1 && fields[0].isEmpty()) {
                    continue;
                }
                Line line = new Line(file, number, fields);
                if (fields.length != expected) {
                    throw line.bad("expected " + expected + " fields (" + format + "), found " + fields.length);
                }
                consumer.accept(line);
            }
        } catch (CharacterCodingException _) {
            throw BadDataException.in(
                    file, "the bytes after line " + number + " are not UTF-8; convert the file to UTF-8.");
        }
    }

    /** Only ASCII whitespace separates: an id may hold a no-break space. */
    private static String stripped(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) <= ' ') {
            start++;
        }
        return text.substring(start);
    }

    /** An id as a field: whitespace, which would end the field, is percent-encoded. */
    static String field(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (id.charAt(i) <= ' ') {
                return encoded(id);
            }
        }
        return id;
    }

    private static String encoded(String id) {
        StringBuilder encoded = new StringBuilder();
        for (int i = 0; i < id.length(); i++) {
            char character = id.charAt(i);
            encoded.append(character <= ' ' ? "%%%02X".formatted((int) character) : String.valueOf(character));
        }
        return encoded.toString();
    }
}
