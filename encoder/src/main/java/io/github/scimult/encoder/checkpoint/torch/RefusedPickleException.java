package io.github.scimult.encoder.checkpoint.torch;

/** A pickle that is damaged, or asks for something that is not done here; the message completes "FILE: ". */
final class RefusedPickleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedPickleException(String message) {
        super(message);
    }
}
