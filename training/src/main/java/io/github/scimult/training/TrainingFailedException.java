package io.github.scimult.training;

/** Training cannot continue: the numbers ran away. The message says where and what to do. */
public final class TrainingFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TrainingFailedException(String message) {
        super(message);
    }
}
