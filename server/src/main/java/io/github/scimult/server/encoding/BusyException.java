package io.github.scimult.server.encoding;

/** More is being asked for than the server takes on; the client may try again soon. */
public final class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BusyException(String message) {
        super(message);
    }
}
