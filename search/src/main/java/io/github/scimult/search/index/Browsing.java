package io.github.scimult.search.index;

import io.github.scimult.search.browse.CitationCounts;
import io.github.scimult.search.browse.FacetCounter;
import io.github.scimult.search.browse.FacetValue;
import io.github.scimult.search.browse.Facets;
import io.github.scimult.search.browse.MatchingPapers;
import io.github.scimult.search.browse.NameCompletion;
import io.github.scimult.search.browse.NamedField;
import io.github.scimult.search.query.SearchText;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** Looks through all that a query matches, and not its first results alone. */
record Browsing(FacetCounter facets, CitationCounts citations) {
    MatchingPapers matching(IndexSnapshot snapshot, PaperQuery question, boolean withFacets) throws IOException {
        Query papers = snapshot.retrieval().matching(question);
        boolean hasWords = !SearchText.parse(question.text().plain()).words().isBlank();
        return new MatchingPapers(
                snapshot.searcher().count(papers),
                hasWords,
                withFacets ? facets.facets(snapshot.searcher(), papers) : Facets.NONE);
    }

    List<FacetValue> names(IndexSearcher searcher, NamedField field, String typed, int limit) throws IOException {
        return new NameCompletion(facets).names(searcher, field, typed, limit);
    }
}
