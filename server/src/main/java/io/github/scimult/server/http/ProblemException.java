package io.github.scimult.server.http;

/** A request that cannot be answered, as the client sees it. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final int retrySeconds;

    public ProblemException(int status, String detail) {
        this(status, detail, 0);
    }

    private ProblemException(int status, String detail, int retrySeconds) {
        super(detail);
        this.status = status;
        this.retrySeconds = retrySeconds;
    }

    /** More than the server, or this caller's share of it, can take now. */
    public static ProblemException busy(String detail, int retrySeconds) {
        return new ProblemException(429, detail, retrySeconds);
    }

    /** Something that hinders for a while, at the server or in the state of what is asked for. */
    public static ProblemException forNow(int status, String detail, int retrySeconds) {
        return new ProblemException(status, detail, retrySeconds);
    }

    /** A wrong request. */
    public static ProblemException wrong(String detail) {
        return new ProblemException(400, detail);
    }

    /** Something that is not there. */
    public static ProblemException missing(String detail) {
        return new ProblemException(404, detail);
    }

    public int status() {
        return status;
    }

    /** After how many seconds the client may try again; 0 if trying again is no use. */
    public int retrySeconds() {
        return retrySeconds;
    }
}
