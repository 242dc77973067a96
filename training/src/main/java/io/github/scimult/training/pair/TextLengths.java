package io.github.scimult.training.pair;

/** How many tokens a text has. */
@FunctionalInterface
public interface TextLengths {
    int tokens(TextKind kind, int row);
}
