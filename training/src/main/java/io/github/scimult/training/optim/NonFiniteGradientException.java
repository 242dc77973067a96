package io.github.scimult.training.optim;

/** A gradient holds something that is no finite number; an update by it would make the weights useless. */
public final class NonFiniteGradientException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NonFiniteGradientException(String message) {
        super(message);
    }
}
