package io.github.scimult.search.tag.evidence;

/** The columns of the table from which a label's probability is computed. A feature that is not known of a label is 0. */
public enum Feature {
    /** 1 if the text contains a name or synonym of the label word for word. */
    NAMED,
    /** The logarithm of 1 and the number of sentences with all stems of one of its names. */
    NAME_SENTENCES,
    /** 1 if the title is one of these sentences. */
    NAME_IN_TITLE,
    /** The number of stems of such a name by the length of the shortest passage that has all of them; in [0, 1]. */
    NAME_TIGHTNESS,
    /** The share of the stems of one of its names that are anywhere in the text, by their inverse document frequency; in [0, 1]. */
    NAME_COVERAGE,
    /** The same of the title. */
    NAME_COVERAGE_IN_TITLE,
    /** The number of stems of the name that is covered best. */
    NAME_LENGTH,
    /** The sum of their inverse document frequencies. */
    NAME_RARITY,
    /** The share of the labelled papers with such a name in the text that carry the label, shrunk where there are few. */
    KEYNESS,
    /** The logarithm of 1 and the number of labelled papers with such a name in the text. */
    TIMES_NAMED,
    /** The logarithm of 1 and the number of labelled papers that carry the label. */
    FREQUENCY,
    /** The similarity of the label's vector to the paper's, as the index scores it, if it is among the nearest. */
    SIMILARITY,
    /** The similarity as a z-score among the nearest labels; the least one if the label is not among them. */
    STANDARDISED_SIMILARITY,
    /** The share of the labelled papers with the most similar vectors that carry it, weighted by similarity; in [0, 1]. */
    DENSE_NEIGHBOURS,
    /** The share of the labelled papers that BM25 ranks first that carry it, weighted by score; in [0, 1]. */
    LEXICAL_NEIGHBOURS,
    /** As {@link #DENSE_NEIGHBOURS}, of the nearest third of these papers alone. */
    NEAREST_DENSE_NEIGHBOURS,
    /** As {@link #DENSE_NEIGHBOURS}, of more than three times as many papers. */
    WIDE_DENSE_NEIGHBOURS,
    /** As {@link #LEXICAL_NEIGHBOURS}, of the nearest third of these papers alone. */
    NEAREST_LEXICAL_NEIGHBOURS,
    /** As {@link #LEXICAL_NEIGHBOURS}, of more than three times as many papers. */
    WIDE_LEXICAL_NEIGHBOURS,
    /** What ridge regression on the paper's vector expects of the label: about 1 where papers carry it, about 0 elsewhere. */
    REGRESSION,
    /** The decision value of the label's linear classifier on the words of the text. */
    MARGIN;

    /** How many there are. */
    public static final int COUNT = values().length;
}
