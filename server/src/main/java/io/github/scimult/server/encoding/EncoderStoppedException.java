package io.github.scimult.server.encoding;

/** Thrown when the encoder has ended by a failure, and takes no more texts. */
public final class EncoderStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public EncoderStoppedException(String message, Throwable cause) {
        super(message, cause);
    }
}
