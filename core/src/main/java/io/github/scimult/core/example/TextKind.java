package io.github.scimult.core.example;

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
    /** The abstract of a paper alone: what a title is to find. */
    ABSTRACT
}
