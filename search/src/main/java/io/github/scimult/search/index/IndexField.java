package io.github.scimult.search.index;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;

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

    /** A paper's authors and venue and the names of its labels, as words. */
    static final String NAMES = "names";

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
    static final String SYNONYM = "synonym";

    /** The split that a paper's labels are of. */
    static final String SPLIT = "split";

    /** What a paper cites by the judgements, beyond its record's references. */
    static final String JUDGED_REFERENCE = "judgedReference";

    private static final String VECTOR = "vector-";

    /** All labels. */
    static final Query LABELS = new TermQuery(new Term(TYPE, LABEL));

    private IndexField() {}

    /** The one document of a paper or a label. */
    static Query record(String type, String id) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(ID, id)), BooleanClause.Occur.FILTER)
                .add(new TermQuery(new Term(TYPE, type)), BooleanClause.Occur.FILTER)
                .build();
    }

    /** How an index is written: nothing lasts but what is committed. */
    static IndexWriterConfig writing(VectorStorage vectors) {
        return new IndexWriterConfig(ANALYZER)
                .setCodec(vectors.codec())
                .setSimilarity(new BM25Similarity())
                .setCommitOnClose(false);
    }

    /** Vectors of papers or labels in a space. */
    static String vector(String space, String type) {
        return VECTOR + space + "-" + type;
    }
}
