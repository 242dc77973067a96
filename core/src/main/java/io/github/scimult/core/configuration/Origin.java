package io.github.scimult.core.configuration;

import io.github.scimult.core.storage.BadDataException;
import java.nio.file.Path;

/**
 * Where a value was given, and therefore how a complaint about it is made.
 *
 * @param place what messages begin with; empty for none
 * @param typed whether the caller gave it, rather than a file
 */
record Origin(String place, boolean typed) {
    /** A request, whose caller knows what it sent. */
    static final Origin REQUEST = new Origin("", true);

    /** A line of a file, counted from 1. */
    static Origin line(Path file, long line) {
        return new Origin(file + ":" + line + ": ", false);
    }

    /** A document that has no lines worth naming, such as the manifest of a model. */
    static Origin document(String name) {
        return new Origin(name + ": ", false);
    }

    /** An override of the command line, as it was typed. */
    static Origin override(String override) {
        return new Origin("--set " + override + ": ", true);
    }

    RuntimeException refuse(String what) {
        return refuse(what, null);
    }

    /** An exception that names the place. */
    RuntimeException refuse(String what, Throwable cause) {
        return typed ? new IllegalArgumentException(place + what, cause) : new BadDataException(place + what, cause);
    }
}
