package io.github.scimult.search.index;

import io.github.scimult.search.browse.CitationCounts;
import io.github.scimult.search.browse.FacetCounter;
import io.github.scimult.search.browse.FacetValue;
import io.github.scimult.search.browse.Facets;
import io.github.scimult.search.browse.MatchingPapers;
import io.github.scimult.search.browse.NameCompletion;
import io.github.scimult.search.browse.NamedField;
import io.github.scimult.search.field.IndexField;
import io.github.scimult.search.query.SearchText;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Looks through all papers of an index, and not the first results of a query alone. Safe for use by many threads. */
public final class Browsing {
    private final LiteratureIndex index;
    private final FacetCounter facets = new FacetCounter();
    private final CitationCounts citationCounts = new CitationCounts();

    Browsing(LiteratureIndex index) {
        this.index = index;
    }

    /** By which the most cited papers are first. */
    CitationCounts citationCounts() {
        return citationCounts;
    }

    /** All papers that a query matches, whatever its limit. @param withFacets whether their values are counted */
    public MatchingPapers matching(PaperQuery question, boolean withFacets) throws IOException {
        boolean hasWords = !SearchText.parse(question.text().plain()).words().isBlank();
        return index.ask(snapshot -> {
            Query papers = snapshot.retrieval().matching(question);
            return new MatchingPapers(
                    snapshot.searcher().count(papers),
                    hasWords,
                    withFacets ? facets.facets(snapshot.searcher(), papers) : Facets.NONE);
        });
    }

    /** Names of authors or venues as they are typed, the most frequent first. */
    public List<FacetValue> names(NamedField kind, String typed, int limit) throws IOException {
        return index.ask(snapshot -> new NameCompletion(facets).names(snapshot.searcher(), kind, typed, limit));
    }

    /** The number of papers that carry a label. */
    public int carrying(String label) throws IOException {
        return count(IndexField.CARRIES, label);
    }

    /** The number of papers that name a paper among their references. */
    public int citations(String id) throws IOException {
        return count(IndexField.REFERENCE, id);
    }

    private int count(String field, String id) throws IOException {
        return index.ask(snapshot -> snapshot.searcher().count(new TermQuery(new Term(field, id))));
    }
}
