package io.github.scimult.search.index;

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
 * @param reader of the index
 * @param analyzer of its texts
 */
record LexicalQuery(IndexReader reader, Analyzer analyzer) {
    /** The weight of a word in names, relative to one in a title or an abstract. */
    private static final float NAMES_WEIGHT = 0.5f;

    /** Clauses that a query's demands may have. */
    private static final int RESERVED = 64;

    /**
     * The query of a text.
     *
     * @param withNames whether authors, venues and labels are looked through as well
     * @return empty if no term of the text is in the index
     */
    Optional<Query> of(String text, boolean withNames) throws IOException {
        List<String> fields = withNames ? List.of(IndexField.WORDS, IndexField.NAMES) : List.of(IndexField.WORDS);
        List<Clause> clauses = new ArrayList<>();
        for (Map.Entry<String, Integer> term : terms(text).entrySet()) {
            for (String field : fields) {
                add(new Term(field, term.getKey()), term.getValue(), clauses);
            }
        }
        clauses.sort(Comparator.comparingDouble(Clause::telling).reversed());
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        clauses.stream()
                .limit(IndexSearcher.getMaxClauseCount() - RESERVED)
                .forEach(clause -> all.add(clause.query(), BooleanClause.Occur.SHOULD));
        return clauses.isEmpty() ? Optional.empty() : Optional.of(all.build());
    }

    /** A term to be looked for, and how much it tells. */
    private record Clause(Query query, double telling) {}

    private void add(Term term, int occurrences, List<Clause> clauses) throws IOException {
        int frequency = reader.docFreq(term);
        if (frequency > 0) {
            float weight = occurrences * (term.field().equals(IndexField.NAMES) ? NAMES_WEIGHT : 1);
            double inverse = Math.log1p((double) reader.maxDoc() / frequency);
            Query query = new TermQuery(term);
            clauses.add(new Clause(weight == 1 ? query : new BoostQuery(query, weight), weight * inverse));
        }
    }

    /** The terms of a text with their number. */
    private Map<String, Integer> terms(String text) throws IOException {
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
