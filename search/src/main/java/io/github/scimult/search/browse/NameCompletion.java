package io.github.scimult.search.browse;

import io.github.scimult.search.field.IndexField;
import io.github.scimult.search.field.NameQuery;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Completes names of authors and venues as they are typed: the last word may be a beginning, the words may stand in any order, accents do
 * not matter.
 */
public record NameCompletion(FacetCounter counter) {
    /** So many names of the papers that match are looked through; among them are those of co-authors. */
    private static final int CANDIDATES = 1000;

    /**
     * The names that fit, the most frequent first; for no letter the most frequent of all.
     *
     * @param typed what is typed so far
     */
    public List<FacetValue> names(IndexSearcher searcher, NamedField field, String typed, int limit)
            throws IOException {
        List<String> words = NameQuery.words(typed);
        List<FacetValue> candidates = counter.names(searcher, papers(field.words(), words), field.names(), CANDIDATES);
        return candidates.stream()
                .filter(candidate -> NameQuery.fits(NameQuery.words(candidate.value()), words))
                .limit(limit)
                .toList();
    }

    private static Query papers(String field, List<String> words) {
        TermQuery papers = new TermQuery(new Term(IndexField.TYPE, IndexField.PAPER));
        return words.isEmpty()
                ? papers
                : new BooleanQuery.Builder()
                        .add(papers, BooleanClause.Occur.FILTER)
                        .add(NameQuery.of(field, String.join(" ", words) + "*"), BooleanClause.Occur.FILTER)
                        .build();
    }
}
