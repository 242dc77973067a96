package io.github.scimult.core.record;

import io.github.scimult.core.storage.BadDataException;
import java.nio.charset.StandardCharsets;

/** Single records in the form of a collection's lines, from wherever they come. */
public final class RecordLine {
    private RecordLine() {}

    /**
     * A paper as a line of {@code corpus.jsonl} has it.
     *
     * @throws BadDataException if it is none, with what was expected
     */
    public static Paper paper(String line) {
        return read(line, new PaperFormat(true));
    }

    /**
     * A label as a line of {@code labels.jsonl} has it.
     *
     * @throws BadDataException if it is none, with what was expected
     */
    public static Label label(String line) {
        return read(line, new LabelFormat());
    }

    private static <T> T read(String line, RecordFormat<T> format) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        try {
            return JsonLine.read(bytes, 0, bytes.length, format);
        } catch (DefectiveLine defective) {
            throw new BadDataException(defective.getMessage(), defective);
        }
    }
}
