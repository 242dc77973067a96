package io.github.scimult.core.storage;

import java.nio.file.Path;

/**
 * Data that cannot be used as they are. The message is one paragraph for people: what is wrong, where (file and line),
 * what was expected, what to do.
 */
public final class BadDataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadDataException(String message) {
        super(message);
    }

    public BadDataException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What is wrong in a file as a whole: {@code FILE: what}. */
    public static BadDataException in(Path file, String what) {
        return new BadDataException(file + ": " + what);
    }

    /** What is wrong in a line, counted from 1: {@code FILE:LINE: what}. */
    public static BadDataException in(Path file, long line, String what) {
        return new BadDataException(file + ":" + line + ": " + what);
    }
}
