package io.github.scimult.core.retrieval;

import java.util.function.IntFunction;

/** Makes a {@link LexicalScorer} over texts; an implementation holds what is to be chosen beforehand. */
@FunctionalInterface
public interface LexicalIndexer {
    /**
     * Indexes the candidates.
     *
     * @param size number of candidates
     * @param text the text of a row in [0, size); asked once a row, in order
     */
    LexicalScorer index(int size, IntFunction<String> text);
}
