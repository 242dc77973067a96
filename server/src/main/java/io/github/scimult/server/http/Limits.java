package io.github.scimult.server.http;

/**
 * What a request may ask for.
 *
 * @param bodyBytes the longest body
 * @param texts the most texts to embed or records to put at once
 * @param textCharacters the longest text
 * @param answers the most answers
 * @param requests the most requests that are being answered at once
 */
public record Limits(long bodyBytes, int texts, int textCharacters, int answers, int requests) {
    /** For a laptop. */
    public static final Limits DEFAULTS = new Limits(8 << 20, 512, 100_000, 500, 256);

    public Limits {
        if (bodyBytes < 1024 || texts < 1 || textCharacters < 1 || answers < 1 || requests < 1) {
            throw new IllegalArgumentException("limits must be at least 1, and bodies of 1,024 bytes allowed");
        }
    }
}
