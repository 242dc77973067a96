package io.github.scimult.training.config;

import java.util.List;

/** A setting that takes one of a few words. */
final class OneOf {
    private OneOf() {}

    /** @throws IllegalArgumentException if the value is none of them */
    static void require(String name, String value, String... allowed) {
        if (!List.of(allowed).contains(value)) {
            throw new IllegalArgumentException(
                    name + " must be one of " + String.join(", ", allowed) + ", not '" + value + "'");
        }
    }
}
