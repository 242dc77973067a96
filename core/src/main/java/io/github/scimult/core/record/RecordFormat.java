package io.github.scimult.core.record;

import java.io.IOException;

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

    /** An id that is there and not blank. */
    static String checkedId(String id) throws DefectiveLine {
        if (id == null || id.isBlank()) {
            throw new DefectiveLine(Defect.MISSING_ID, "no _id. Every line needs one, by which judgements name it.");
        }
        return id;
    }
}
