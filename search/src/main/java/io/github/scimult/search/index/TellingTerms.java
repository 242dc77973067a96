package io.github.scimult.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/** The terms of a long text that tell most by TF-IDF, so that a query of them costs little and finds about the same. */
record TellingTerms(IndexReader reader, Analyzer analyzer) {
    private static final int LIMIT = 64;

    private record Weighted(String term, double weight) {}

    List<String> of(String text) throws IOException {
        Map<String, Integer> counts = counts(text);
        List<Weighted> terms = new ArrayList<>();
        for (Map.Entry<String, Integer> term : counts.entrySet()) {
            int documents = reader.docFreq(new Term(IndexField.WORDS, term.getKey()));
            if (documents > 0) {
                double idf = Math.log((1.0 + reader.numDocs()) / documents);
                terms.add(new Weighted(term.getKey(), term.getValue() * idf));
            }
        }
        terms.sort(Comparator.comparingDouble(Weighted::weight).reversed().thenComparing(Weighted::term));
        return terms.stream().limit(LIMIT).map(Weighted::term).toList();
    }

    private Map<String, Integer> counts(String text) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
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
