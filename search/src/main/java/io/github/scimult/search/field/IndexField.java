package io.github.scimult.search.field;

import io.github.scimult.search.analysis.Language;
import io.github.scimult.search.analysis.NameAnalyzer;
import io.github.scimult.search.analysis.TextAnalyzer;
import java.util.Collection;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** The fields of the index's documents, and how their words are taken apart. */
public final class IndexField {
    public static final String ID = "id";
    public static final String TYPE = "type";
    public static final String PAPER = "paper";
    public static final String LABEL = "label";

    /** A paper's title and abstract as words. Labels have none, so that BM25's statistics are those of papers. */
    public static final String WORDS = "words";

    /** A paper's authors and venue and the names of its labels, as words. */
    public static final String NAMES = "names";

    /** All that is said of a paper, word by word as it is written. */
    public static final String WRITTEN = "written";

    public static final String TITLE_WORDS = "titleWords";
    public static final String LABEL_WORDS = "labelWords";
    /** Whole names and their initials. */
    public static final String AUTHOR_NAMES = "authorNames";

    public static final String VENUE_NAMES = "venueNames";

    public static final String TITLE = "title";
    public static final String TEXT = "text";
    public static final String AUTHOR = "author";
    public static final String VENUE = "venue";
    public static final String YEAR = "year";
    public static final String YEAR_ORDER = "yearOrder";
    public static final String DOI = "doi";
    /** Equal for papers of equal title and abstract. */
    public static final String SAME_TEXT = "sameText";

    public static final String REFERENCE = "reference";
    public static final String CARRIES = "carries";
    public static final String REJECTED = "rejected";
    public static final String PARENT = "parent";
    public static final String SYNONYM = "synonym";
    public static final String NOTATION = "notation";

    /** What the metadata say of a paper beyond the fields of a collection, as a JSON object. */
    public static final String OTHER = "other";

    /** Whole names, to be counted. */
    public static final String WHOLE_AUTHOR = "wholeAuthor";

    public static final String WHOLE_VENUE = "wholeVenue";

    /** Ids of labels, to be counted. */
    public static final String WHOLE_LABEL = "wholeLabel";

    /** The split that a paper's labels are of. */
    public static final String SPLIT = "split";

    /** What a paper cites by the judgements, beyond its record's references. */
    public static final String JUDGED_REFERENCE = "judgedReference";

    private static final String VECTOR = "vector-";
    private static final String REPEATED = "repeated-";
    private static final String VECTOR_KEY = "key-";

    /** All labels. */
    public static final Query LABELS = new TermQuery(new Term(TYPE, LABEL));

    private IndexField() {}

    /** The one document of a paper or a label. */
    public static Query record(String type, String id) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(ID, id)), BooleanClause.Occur.FILTER)
                .add(new TermQuery(new Term(TYPE, type)), BooleanClause.Occur.FILTER)
                .build();
    }

    /** The documents of papers or labels. */
    public static Query records(String type, Collection<String> ids) {
        return new BooleanQuery.Builder()
                .add(new TermInSetQuery(ID, ids.stream().map(BytesRef::new).toList()), BooleanClause.Occur.FILTER)
                .add(new TermQuery(new Term(TYPE, type)), BooleanClause.Occur.FILTER)
                .build();
    }

    /** What takes words apart that are written. */
    public static Analyzer ofRecords(Language language) {
        NameAnalyzer asWritten = NameAnalyzer.ofQueries();
        return new PerFieldAnalyzerWrapper(
                TextAnalyzer.of(language),
                Map.of(AUTHOR_NAMES, NameAnalyzer.ofRecords(), VENUE_NAMES, asWritten, WRITTEN, asWritten));
    }

    /** Vectors of papers or labels in a space; each distinct one once, with a graph of neighbours. */
    public static String vector(String space, String type) {
        return VECTOR + space + "-" + type;
    }

    /** Whether a field is of vectors of papers, each distinct one once. */
    public static boolean isVectorOfPapers(String field) {
        return field.startsWith(VECTOR) && field.endsWith("-" + PAPER);
    }

    /** The space of a field of vectors of papers. */
    public static String space(String vectorField) {
        return vectorField.substring(VECTOR.length(), vectorField.length() - PAPER.length() - 1);
    }

    /** Vectors that another document has already; looked through one by one. */
    public static String repeated(String vectorField) {
        return REPEATED + vectorField;
    }

    public static boolean isRepeated(String field) {
        return field.startsWith(REPEATED);
    }

    /** Keys of the vectors in a graph. */
    public static String key(String vectorField) {
        return VECTOR_KEY + vectorField;
    }
}
