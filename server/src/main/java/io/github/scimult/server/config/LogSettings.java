package io.github.scimult.server.config;

/**
 * Settings of the log.
 *
 * @param format of its lines
 */
public record LogSettings(Format format) {

    /** Forms of a line. */
    public enum Format {
        /** For people. */
        TEXT,
        /** An object for programs. */
        JSON
    }
}
