package io.github.scimult.core.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * How a record stands in a line.
 *
 * @param <T> what a record is
 */
public interface RecordFormat<T> {
    /** Reads the fields of the line's object. */
    T read(JsonLine line) throws IOException, DefectiveLine;

    /** Whether the longer one of a record's two texts (abstract, definition) is empty. */
    boolean lacksBody(T record);

    /** An index finds records by their ids, and keeps no longer terms than some 32,000 bytes; what is longer than this is a text. */
    int MAX_ID_BYTES = 8_191;

    /** An id that is there, not blank, and of at most {@link #MAX_ID_BYTES} bytes in UTF-8. */
    static String checkedId(String id) throws DefectiveLine {
        if (id == null || id.isBlank()) {
            throw new DefectiveLine(Defect.MISSING_ID, "no _id. Every line needs one, by which judgements name it.");
        }
        int bytes = id.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_ID_BYTES) {
            throw new DefectiveLine(
                    Defect.LONG_ID,
                    String.format(
                            Locale.ROOT,
                            "an _id of %,d bytes, which begins with '%s'. It may have at most %,d.",
                            bytes,
                            id.substring(0, 40),
                            MAX_ID_BYTES));
        }
        return id;
    }
}
