package io.github.scimult.server.http;

/**
 * A request's body, which counts among all that are held until it is closed.
 *
 * @param text of the whole body
 */
public record RequestBody(String text, Runnable release) implements AutoCloseable {
    /** That of a request which has none. */
    public static final RequestBody NONE = new RequestBody("", () -> {});

    @Override
    public void close() {
        release.run();
    }
}
