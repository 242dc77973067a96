package io.github.scimult.server.encoding;

/** Thrown when a request exceeds the server's capacity; the client may retry soon. */
public final class OverloadedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public OverloadedException(String message) {
        super(message);
    }
}
