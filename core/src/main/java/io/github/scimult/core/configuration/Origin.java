package io.github.scimult.core.configuration;

import io.github.scimult.core.storage.BadDataException;
import java.nio.file.Path;

/** Where a setting was given, and therefore how a complaint about it is made. */
sealed interface Origin {

    /** An exception that names the place. */
    RuntimeException refuse(String what, Throwable cause);

    default RuntimeException refuse(String what) {
        return refuse(what, null);
    }

    /** A line of a file, counted from 1. */
    record FileLine(Path file, long line) implements Origin {
        @Override
        public RuntimeException refuse(String what, Throwable cause) {
            return new BadDataException(file + ":" + line + ": " + what, cause);
        }
    }

    /** A document that has no lines worth naming, such as the manifest of a model. */
    record Document(String name) implements Origin {
        @Override
        public RuntimeException refuse(String what, Throwable cause) {
            return new BadDataException(name + ": " + what, cause);
        }
    }

    /** An override of the command line, as it was typed. */
    record Typed(String override) implements Origin {
        @Override
        public RuntimeException refuse(String what, Throwable cause) {
            return new IllegalArgumentException("--set " + override + ": " + what, cause);
        }
    }
}
