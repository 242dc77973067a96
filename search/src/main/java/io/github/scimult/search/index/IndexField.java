package io.github.scimult.search.index;

import io.github.scimult.search.analysis.Language;
import io.github.scimult.search.analysis.NameAnalyzer;
import io.github.scimult.search.analysis.TextAnalyzer;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;

/** The fields of the index's documents, and how their words are taken apart. */
final class IndexField {
    static final String ID = "id";
    static final String TYPE = "type";
    static final String PAPER = "paper";
    static final String LABEL = "label";

    /** A paper's title and abstract as words. Labels have none, so that BM25's statistics are those of papers. */
    static final String WORDS = "words";

    /** A paper's authors and venue and the names of its labels, as words. */
    static final String NAMES = "names";

    /** All that is said of a paper, word by word as it is written. */
    static final String WRITTEN = "written";

    static final String TITLE_WORDS = "titleWords";
    static final String LABEL_WORDS = "labelWords";
    /** Whole names and their initials. */
    static final String AUTHOR_NAMES = "authorNames";

    static final String VENUE_NAMES = "venueNames";

    static final String TITLE = "title";
    static final String TEXT = "text";
    static final String AUTHOR = "author";
    static final String VENUE = "venue";
    static final String YEAR = "year";
    static final String YEAR_ORDER = "yearOrder";
    static final String DOI = "doi";
    /** Equal for papers of equal title and abstract. */
    static final String SAME_TEXT = "sameText";

    static final String REFERENCE = "reference";
    static final String CARRIES = "carries";
    static final String PARENT = "parent";
    private static final String VECTOR = "vector-";
    private static final String REPEATED = "repeated-";
    private static final String VECTOR_KEY = "key-";

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

    /** What takes words apart that are written. */
    static Analyzer ofRecords(Language language) {
        NameAnalyzer asWritten = NameAnalyzer.ofQueries();
        return new PerFieldAnalyzerWrapper(
                TextAnalyzer.of(language),
                Map.of(AUTHOR_NAMES, NameAnalyzer.ofRecords(), VENUE_NAMES, asWritten, WRITTEN, asWritten));
    }

    /** How an index is written: nothing lasts but what is committed. */
    static IndexWriterConfig writing(IndexFacts facts) {
        return new IndexWriterConfig(ofRecords(facts.language()))
                .setCodec(facts.vectors().codec())
                .setSimilarity(new BM25Similarity())
                .setCommitOnClose(false);
    }

    /** Vectors of papers or labels in a space; each distinct one once, with a graph of neighbours. */
    static String vector(String space, String type) {
        return VECTOR + space + "-" + type;
    }

    /** Vectors that another document has already; looked through one by one. */
    static String repeated(String vectorField) {
        return REPEATED + vectorField;
    }

    static boolean isRepeated(String field) {
        return field.startsWith(REPEATED);
    }

    /** Keys of the vectors in a graph. */
    static String key(String vectorField) {
        return VECTOR_KEY + vectorField;
    }
}
