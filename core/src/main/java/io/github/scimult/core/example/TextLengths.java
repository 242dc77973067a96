package io.github.scimult.core.example;

/** How many tokens a text has. */
@FunctionalInterface
public interface TextLengths {
    int tokens(TextKind kind, int row);
}
