package io.github.scimult.server.http;

import java.util.Map;

/**
 * A response that is text already.
 *
 * @param contentType its media type, with its character set; empty if it has no content
 * @param headers further ones
 */
public record RawAnswer(String contentType, String text, Map<String, String> headers) {
    /** A response without content. */
    public static RawAnswer nothing(Map<String, String> headers) {
        return new RawAnswer("", "", headers);
    }

    public RawAnswer(String contentType, String text) {
        this(contentType, text, Map.of());
    }
}
