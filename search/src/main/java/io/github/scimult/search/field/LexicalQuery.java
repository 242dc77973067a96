package io.github.scimult.search.field;

import io.github.scimult.search.analysis.NameAnalyzer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * BM25 for a text of any length: a bag of its terms, each counting as often as it occurs. Of more terms than Lucene takes in one query
 * those are looked for that tell most, by occurrences times inverse document frequency.
 *
 * <p>In a search, a word that hardly any paper has counts once more as it is written, not by its stem, and among authors and venues as
 * in texts: "Carrie" is no form of "carries", and who types what one paper has means that paper. Its weight is {@value #WRITTEN_WEIGHT}
 * divided by the number of papers that have it.
 *
 * @param reader of the index
 * @param analyzer of its texts
 * @param limit the number of terms that are looked for
 */
public record LexicalQuery(IndexReader reader, Analyzer analyzer, int limit) {
    private static final Analyzer AS_WRITTEN = NameAnalyzer.ofQueries();

    /** The weight of a word in names, relative to one in a title or an abstract. */
    private static final float NAMES_WEIGHT = 0.5f;

    private static final float WRITTEN_WEIGHT = 2;
    private static final int RARE = 3;

    /** Clauses that a query's demands may have. */
    private static final int RESERVED = 64;

    /** Of as many terms as Lucene takes. */
    public LexicalQuery(IndexReader reader, Analyzer analyzer) {
        this(reader, analyzer, IndexSearcher.getMaxClauseCount() - RESERVED);
    }

    /**
     * The query of a text.
     *
     * @param withNames whether authors, venues and labels are looked through as well
     * @return empty if no term of the text is in the index
     */
    public Optional<Query> of(String text, boolean withNames) throws IOException {
        List<Clause> clauses = new ArrayList<>();
        for (Map.Entry<String, Integer> term : terms(analyzer, text).entrySet()) {
            add(new Term(IndexField.WORDS, term.getKey()), term.getValue(), clauses);
            if (withNames) {
                add(new Term(IndexField.NAMES, term.getKey()), NAMES_WEIGHT * term.getValue(), clauses);
            }
        }
        if (withNames) {
            addRare(text, clauses);
        }
        clauses.sort(Comparator.comparingDouble(Clause::telling).reversed());
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        clauses.stream().limit(limit).forEach(clause -> all.add(clause.query(), BooleanClause.Occur.SHOULD));
        return clauses.isEmpty() ? Optional.empty() : Optional.of(all.build());
    }

    /** A term to be looked for, and how much it tells. */
    private record Clause(Query query, double telling) {}

    private void addRare(String text, List<Clause> clauses) throws IOException {
        for (String word : terms(AS_WRITTEN, text).keySet()) {
            Term term = new Term(IndexField.WRITTEN, word);
            int frequency = reader.docFreq(term);
            if (frequency <= RARE) {
                add(term, WRITTEN_WEIGHT / Math.max(1, frequency), clauses);
            }
        }
    }

    private void add(Term term, float weight, List<Clause> clauses) throws IOException {
        int frequency = reader.docFreq(term);
        if (frequency > 0) {
            double inverse = Math.log1p((double) reader.maxDoc() / frequency);
            Query query = new TermQuery(term);
            clauses.add(new Clause(weight == 1 ? query : new BoostQuery(query, weight), weight * inverse));
        }
    }

    /** The terms of a text with their number. */
    private static Map<String, Integer> terms(Analyzer analyzer, String text) throws IOException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        try (TokenStream tokens = analyzer.tokenStream(IndexField.WORDS, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                counts.merge(term.toString(), 1, Integer::sum);
            }
            tokens.end();
        }
        return counts;
    }
}
