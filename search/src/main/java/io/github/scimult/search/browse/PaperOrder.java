package io.github.scimult.search.browse;

/** The order of results. */
public enum PaperOrder {
    /** The best first; of papers that no words rank, the newest. */
    RELEVANCE,
    /** By year; papers without one are last. */
    NEWEST,
    /** By year; papers without one are last. */
    OLDEST,
    /** By the number of papers of the index that cite it. */
    MOST_CITED
}
