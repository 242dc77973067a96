package io.github.scimult.server.route;

import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.browse.PaperOrder;
import io.github.scimult.search.index.PaperQuery;
import io.github.scimult.search.index.SearchFilter;
import io.github.scimult.search.record.IndexedPaper;
import io.github.scimult.search.result.LabelName;
import io.github.scimult.search.result.LabelResults;
import io.github.scimult.search.result.PaperResult;
import io.github.scimult.search.result.PaperResults;
import io.github.scimult.search.result.ResultReader;
import io.github.scimult.search.result.SearchResults;
import io.github.scimult.search.tag.Tag;
import io.github.scimult.server.http.Limits;
import io.github.scimult.server.http.ProblemException;
import io.github.scimult.server.http.Route;
import io.github.scimult.server.http.RouteText;
import io.github.scimult.server.library.ServedLibrary;
import io.github.scimult.server.message.AboutPaper;
import io.github.scimult.server.message.CiteRequest;
import io.github.scimult.server.message.SearchRequest;
import io.github.scimult.server.message.TagRequest;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Search, label suggestion and citation recommendation.
 *
 * @param served the index that is queried
 */
public record AnswerRoutes(ServedLibrary served, Limits limits) {
    private static final RouteText SEARCH = new RouteText(
            "searchPapers",
            "Search papers",
            "Papers for a query, by BM25 and dense retrieval together. A query has terms, "
                    + "\"phrases\", author:, title:, venue:, label: and year: (2005, 2005-2010, 2005-), and NOT or - before "
                    + "what is not wanted; what is no sound syntax is searched for as text. Of a query of nothing but demands, and of "
                    + "filters alone, all papers that meet them are results, the newest first.");
    private static final RouteText TAG = new RouteText(
            "suggestLabels",
            "Suggest labels for a paper",
            "Labels for a paper of the index, or for a title and an abstract, the best first.");
    private static final RouteText CITE = new RouteText(
            "recommendCitations",
            "Recommend citations",
            "Papers that a paper of the index, or a title and an abstract, should cite. What a paper of the index cites already is "
                    + "left out.");

    /** The routes. */
    public List<Route<?>> routes() {
        PaperResult.Shared shared = new PaperResult.Shared(List.of(new LabelName("g", "graphs")), List.of("3"));
        return List.of(
                Route.get("/api/search", SEARCH, SearchRequest.class, SearchResults.class, this::search)
                        .example(new SearchRequest("drawing graphs"), Examples.SEARCH),
                Route.post("/api/tag", TAG, TagRequest.class, LabelResults.class, this::tag)
                        .example(TagRequest.of("Drawing graphs", "We lay out large graphs.", 5), Examples.LABELS),
                Route.post("/api/cite", CITE, CiteRequest.class, PaperResults.class, this::cite)
                        .example(CiteRequest.of(Examples.ID, 5), Examples.papers(Optional.of(shared))));
    }

    private SearchResults search(SearchRequest request) throws IOException {
        if (!request.isAnything()) {
            throw ProblemException.wrong(
                    "'q' is missing: give a query, or a filter (label, author, venue, from, to), or a sort to look through all papers");
        }
        PaperQuery query = PaperQuery.of(
                        Task.SEARCH, SegmentedText.query(request.q().orElse("")))
                .among(request.filter())
                .limit(limits.results(request.top()))
                .offset(request.offset().orElse(0))
                .order(request.sort().orElse(PaperOrder.RELEVANCE))
                .bm25WeightIfGiven(request.bm25Weight().orElse(null))
                .duplicates(request.duplicates().orElse(false));
        return reader().page(query, request.facets().orElse(false));
    }

    private LabelResults tag(TagRequest request) throws IOException {
        Optional<IndexedPaper> paper = paper(request);
        SegmentedText text = paper.map(IndexedPaper::segments).orElseGet(request::segments);
        List<Tag> found =
                tags(request, text, paper.map(known -> Set.of(known.id())).orElse(Set.of()));
        double min = request.minProbability().orElse(0.0);
        return LabelResults.of(found.stream().filter(tag -> tag.isAtLeast(min)).toList());
    }

    private List<Tag> tags(TagRequest request, SegmentedText text, Set<String> own) throws IOException {
        int limit = limits.results(request.top());
        try {
            return served.tagger()
                    .tags(text, own, request.rules(), limit, request.ancestors().orElse(false));
        } catch (IllegalArgumentException noSuchLabel) {
            throw ProblemException.wrong(noSuchLabel.getMessage());
        }
    }

    private PaperResults cite(CiteRequest request) throws IOException {
        Optional<IndexedPaper> paper = paper(request);
        SegmentedText text = paper.map(IndexedPaper::segments).orElseGet(request::segments);
        Set<String> without = new HashSet<>(request.without());
        paper.ifPresent(known -> without.addAll(known.known()));
        PaperQuery query = PaperQuery.of(Task.LINK, text)
                .among(SearchFilter.NONE.without(without))
                .limit(limits.results(request.top()))
                .bm25WeightIfGiven(request.bm25Weight().orElse(null))
                .diversity(request.diversity().orElse(0.0))
                .duplicates(request.duplicates().orElse(false))
                .withoutAsked(true);
        return reader().results(served.index().papers(query), text.plain(), paper);
    }

    private ResultReader reader() {
        return new ResultReader(served.index());
    }

    /** The paper of the index that a request is about; empty for a text. */
    private Optional<IndexedPaper> paper(AboutPaper request) throws IOException {
        if (request.paper().isEmpty()) {
            return Optional.empty();
        }
        String id = request.paper().get();
        return Optional.of(
                served.index().paper(id).orElseThrow(() -> ProblemException.missing("there is no paper '" + id + "'")));
    }
}
