package io.github.scimult.training.pair;

/** Which text of a collection a row stands for. */
public enum TextKind {
    /** {@code title [SEP] abstract} of a paper. */
    PAPER,
    /** {@code name [SEP] definition} of a label. */
    LABEL,
    /** The text of a query of the collection's log. */
    QUERY,
    /** The title of a paper alone: a query where there is no log. */
    TITLE,
    /** The abstract of a paper alone: what a title or phrases are to find. */
    ABSTRACT,
    /** The few phrases that mark a paper's abstract off from others: a query where there is no log. */
    PHRASES,
    /** One sentence of an abstract: a query where there is no log. */
    SENTENCE,
    /** A paper without that sentence: what the sentence is to find. */
    WITHOUT_SENTENCE;

    /** Whether it stands in for what nobody has searched for. */
    public boolean isPseudoQuery() {
        return this == TITLE || this == PHRASES || this == SENTENCE;
    }

    /** What a pseudo-query is to find. */
    public TextKind target() {
        return switch (this) {
            case TITLE, PHRASES -> ABSTRACT;
            case SENTENCE -> WITHOUT_SENTENCE;
            default -> throw new IllegalStateException(this + " is no pseudo-query");
        };
    }
}
