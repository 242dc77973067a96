package io.github.scimult.server.http;

/** A request that cannot be answered, as the client sees it. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    public ProblemException(int status, String detail) {
        super(detail);
        this.status = status;
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
}
