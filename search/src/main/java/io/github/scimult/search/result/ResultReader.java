package io.github.scimult.search.result;

import io.github.scimult.search.browse.FacetValue;
import io.github.scimult.search.browse.Facets;
import io.github.scimult.search.browse.MatchingPapers;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.search.index.MatchedWords;
import io.github.scimult.search.index.PaperQuery;
import io.github.scimult.search.record.IndexedLabel;
import io.github.scimult.search.record.IndexedPaper;
import io.github.scimult.search.record.SearchHit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the results of one query out of what the index has found; names of labels are looked up once each. */
public final class ResultReader {
    private final LiteratureIndex index;
    private final Map<String, LabelName> labels = new HashMap<>();

    /** @param index names the labels that papers carry */
    public ResultReader(LiteratureIndex index) {
        this.index = index;
    }

    /**
     * Results in their order.
     *
     * @param query whose words are marked in titles and abstracts
     * @param asked the paper of the index that was asked about, to tell what each result shares with it
     */
    public PaperResults results(List<SearchHit> hits, String query, Optional<IndexedPaper> asked) throws IOException {
        MatchedWords words = index.matchedWords(query);
        List<PaperResult> results = new ArrayList<>();
        for (SearchHit hit : hits) {
            IndexedPaper paper = hit.paper();
            results.add(PaperResult.of(
                            results.size() + 1,
                            hit.score(),
                            summary(paper),
                            why(hit, asked),
                            new PaperResult.Matches(words.in(paper.title()), words.in(paper.text())))
                    .withDuplicates(hit.duplicates()));
        }
        return new PaperResults(results);
    }

    /** A page of a search's results, with how many there are. @param withFacets whether their values are counted */
    public SearchResults page(PaperQuery query, boolean withFacets) throws IOException {
        List<SearchHit> hits = index.papers(query.limit(query.limit() + 1));
        boolean more = hits.size() > query.limit();
        MatchingPapers matching = index.browsing().matching(query, withFacets);
        List<PaperResult> results = new ArrayList<>();
        for (PaperResult result : results(
                        more ? hits.subList(0, query.limit()) : hits,
                        query.text().plain(),
                        Optional.empty())
                .results()) {
            results.add(result.withRank(query.offset() + result.rank()));
        }
        return new SearchResults(
                results,
                matching.papers(),
                matching.hasWords(),
                more,
                withFacets ? Optional.of(named(matching.facets())) : Optional.empty());
    }

    private NamedFacets named(Facets facets) throws IOException {
        List<NamedValue> labelled = new ArrayList<>();
        for (FacetValue label : facets.labels()) {
            labelled.add(new NamedValue(
                    label.value(), named(List.of(label.value())).getFirst().name(), label.papers()));
        }
        return new NamedFacets(values(facets.years()), values(facets.venues()), labelled, values(facets.authors()));
    }

    private static List<NamedValue> values(List<FacetValue> facet) {
        return facet.stream()
                .map(one -> new NamedValue(one.value(), one.value(), one.papers()))
                .toList();
    }

    public PaperSummary summary(IndexedPaper paper) throws IOException {
        PaperLinks links = PaperLinks.of(paper.other());
        return new PaperSummary(
                paper.id(),
                paper.title(),
                paper.text(),
                paper.authors(),
                paper.venue(),
                Optional.ofNullable(paper.year()),
                named(paper.labels()),
                links.doi(),
                links.url(),
                index.browsing().citations(paper.id()),
                links.other());
    }

    private PaperResult.Why why(SearchHit hit, Optional<IndexedPaper> asked) throws IOException {
        return new PaperResult.Why(
                rank(hit.bm25Rank(), hit.bm25Score()),
                rank(hit.denseRank(), hit.denseScore()),
                asked.isEmpty() ? Optional.empty() : Optional.of(shared(asked.get(), hit.paper())));
    }

    private static Optional<PaperResult.SystemRank> rank(int rank, float score) {
        return rank == 0 ? Optional.empty() : Optional.of(new PaperResult.SystemRank(rank, score));
    }

    private PaperResult.Shared shared(IndexedPaper asked, IndexedPaper found) throws IOException {
        return new PaperResult.Shared(
                named(common(asked.labels(), found.labels())), common(asked.references(), found.references()));
    }

    private static List<String> common(List<String> one, List<String> other) {
        return one.stream().filter(new HashSet<>(other)::contains).distinct().toList();
    }

    private List<LabelName> named(List<String> ids) throws IOException {
        List<LabelName> named = new ArrayList<>();
        for (String id : ids) {
            if (!labels.containsKey(id)) {
                String name = index.label(id).map(IndexedLabel::name).orElse(id);
                labels.put(id, new LabelName(id, name));
            }
            named.add(labels.get(id));
        }
        return named;
    }
}
