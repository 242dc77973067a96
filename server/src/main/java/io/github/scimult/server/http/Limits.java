package io.github.scimult.server.http;

import java.util.Optional;

/**
 * What a request may ask for.
 *
 * @param bodyBytes the maximum length of a body
 * @param texts the maximum number of texts to embed, or of records to put, in one request
 * @param textCharacters the maximum length of a text
 * @param listItems the maximum number of values in a list of a record, such as references
 * @param results the maximum number of results
 * @param requests the maximum number of requests in progress
 */
public record Limits(long bodyBytes, int texts, int textCharacters, int listItems, int results, int requests) {
    /** For a laptop. */
    public static final Limits DEFAULTS = new Limits(8 << 20, 512, 100_000, 10_000, 500, 256);

    private static final int DEFAULT_RESULTS = 10;

    public Limits {
        if (bodyBytes < 1024 || texts < 1 || textCharacters < 1 || listItems < 1 || results < 1 || requests < 1) {
            throw new IllegalArgumentException("limits must be at least 1, and bodies of 1,024 bytes allowed");
        }
    }

    /** The number of results for a request: 10 if it names none. */
    public int results(Optional<Integer> top) {
        return top.orElse(Math.min(DEFAULT_RESULTS, results));
    }
}
