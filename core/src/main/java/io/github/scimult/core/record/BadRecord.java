package io.github.scimult.core.record;

import java.nio.file.Path;

/**
 * A line that cannot be used.
 *
 * @param file the file as the user knows it (the compressed one, if it is)
 * @param line counted from 1
 * @param defect the kind
 * @param message what is wrong and what was expected
 */
public record BadRecord(Path file, long line, Defect defect, String message) {
    /** {@code FILE:LINE: message}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
