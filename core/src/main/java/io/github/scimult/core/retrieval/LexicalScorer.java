package io.github.scimult.core.retrieval;

/**
 * The port of lexical scorers: the text of a query in, a score for every candidate out. Safe for use
 * by many threads.
 */
public interface LexicalScorer extends AutoCloseable {
    /** The number of candidates. */
    int size();

    /**
     * Scores all candidates.
     *
     * @param text the query, of any length
     * @param scores (size), overwritten: above 0 where a word of the query occurs, 0 elsewhere
     */
    void score(String text, float[] scores);

    /** Frees what the scorer holds. */
    @Override
    default void close() {}
}
