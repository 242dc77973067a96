package io.github.scimult.server.encoding;

/** More is being asked for than the server takes on; the client may try again soon. */
public final class OverloadedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public OverloadedException(String message) {
        super(message);
    }
}
