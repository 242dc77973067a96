package io.github.scimult.encoder.architecture;

/** The check that every size passes. */
final class Positive {
    private Positive() {}

    /** @throws IllegalArgumentException naming the size, if it is below 1 */
    static void require(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, not " + value);
        }
    }
}
