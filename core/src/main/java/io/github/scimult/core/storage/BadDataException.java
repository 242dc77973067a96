package io.github.scimult.core.storage;

import java.nio.file.Path;

/**
 * Data that cannot be used as they are. The message is one paragraph for people: what is wrong, where (file and line),
 * what was expected, what to do.
 */
public final class BadDataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A damaged file may hold a megabyte where a word is expected; nobody reads that. */
    private static final int MAX_CHARACTERS = 3000;

    public BadDataException(String message) {
        super(bounded(message));
    }

    public BadDataException(String message, Throwable cause) {
        super(bounded(message), cause);
    }

    /** The begin, which says where it is, and the end, which says what to do. */
    private static String bounded(String message) {
        return message.length() <= MAX_CHARACTERS
                ? message
                : message.substring(0, MAX_CHARACTERS / 2) + " … "
                        + message.substring(message.length() - MAX_CHARACTERS / 2);
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
