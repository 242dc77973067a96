package io.github.scimult.search.index;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/** The fields of the index's documents, and how their words are taken apart. */
final class IndexField {
    /** Safe for several threads; what it makes for one is used again. */
    static final Analyzer ANALYZER = new EnglishAnalyzer();

    static final String ID = "id";
    static final String TYPE = "type";
    static final String PAPER = "paper";
    static final String LABEL = "label";
    /** Title and abstract, or a label's name, definition and synonyms, as words. */
    static final String WORDS = "words";

    static final String TITLE = "title";
    static final String TEXT = "text";
    static final String AUTHOR = "author";
    static final String AUTHOR_KEY = "authorKey";
    static final String VENUE = "venue";
    static final String VENUE_KEY = "venueKey";
    static final String YEAR = "year";
    static final String REFERENCE = "reference";
    static final String CARRIES = "carries";
    static final String PARENT = "parent";
    /** Followed by the name of the space. */
    static final String VECTOR = "vector-";

    private IndexField() {}
}
