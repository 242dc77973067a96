package io.github.scimult.server.route;

import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.index.IndexedPaper;
import io.github.scimult.search.index.LiveIndex;
import io.github.scimult.search.index.PaperQuery;
import io.github.scimult.search.index.SearchFilter;
import io.github.scimult.search.tag.Tag;
import io.github.scimult.search.tag.TagModel;
import io.github.scimult.search.tag.Tagger;
import io.github.scimult.server.http.JsonBody;
import io.github.scimult.server.http.Limits;
import io.github.scimult.server.http.ProblemException;
import io.github.scimult.server.http.RequestParameters;
import io.github.scimult.server.http.Route;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Searching, tagging and citing.
 *
 * @param served the index that is asked
 * @param tags weighs what speaks for a label
 */
public record AnswerRoutes(LiveIndex served, TagModel tags, Limits limits) {
    private static final int USUAL_ANSWERS = 10;
    private static final String PAPERS = """
            {"answers": [{"rank": 1, "score": 3.1, "paper": {"id": "17", "title": "Drawing graphs", "abstract": "…", \
            "authors": ["A. Author"], "venue": "GD", "year": 2004, "labels": [{"id": "g", "name": "graphs"}]}, \
            "why": {"words": {"rank": 2, "score": 11.4}, "vectors": {"rank": 1, "score": 0.91}, "shared": null}, \
            "matches": {"title": [{"begin": 0, "end": 7}], "abstract": []}}]}""";

    /** All of them. */
    public List<Route> routes() {
        return List.of(
                Route.get("/api/search", "Search papers", this::search)
                        .saying("Papers for a query in words, by BM25 and by vectors, in one order.")
                        .inQuery("q", "string", "What is looked for.")
                        .inQuery("top", "integer", "How many answers; 10 if not given.")
                        .inQuery("from", "integer", "The earliest year.")
                        .inQuery("to", "integer", "The latest year.")
                        .inQuery("venue", "string", "Only this venue.")
                        .inQuery("author", "string", "Only this author.")
                        .inQuery("label", "string", "Only papers that carry the label of this id.")
                        .inQuery(
                                "wordWeight",
                                "number",
                                "Weight of BM25 beside the vectors, 0 for vectors alone; what was fitted when the index was made, "
                                        + "else 0.2, if not given.")
                        .answer(PAPERS),
                Route.post("/api/tag", "Find labels for a paper", this::tag)
                        .saying(
                                "Labels for a paper of the index, or for a title and an abstract, the best first. 'probability' is "
                                        + "null where nothing was fitted; only labels of at least 'least' are given; "
                                        + "'ancestors' allows a label beside one below it.")
                        .body("{\"title\": \"Drawing graphs\", \"abstract\": \"We lay out large graphs.\", \"top\": 5}")
                        .answer("{\"answers\": [{\"rank\": 1, \"score\": 1.7, \"probability\": 0.85, \"named\": true, "
                                + "\"neighbours\": 0.4, \"label\": {\"id\": \"g\", \"name\": "
                                + "\"graphs\", \"definition\": \"things with edges\", \"parents\": []}}]}"),
                Route.post("/api/cite", "Find papers to cite", this::cite)
                        .saying(
                                "Papers that a paper of the index, or a title and an abstract, should cite. What a paper of "
                                        + "the index cites already is left out, and so are the ids of 'without'. 'diversity', from 0 to "
                                        + "1, puts answers first that are unlike those before them.")
                        .body("{\"paper\": \"17\", \"top\": 5}")
                        .answer(PAPERS));
    }

    private void search(Context context) throws IOException {
        RequestParameters fields = RequestParameters.ofQuery(
                context, limits, "q", "top", "from", "to", "venue", "author", "label", "wordWeight");
        String query = fields.required("q");
        SearchFilter filter = new SearchFilter(
                fields.integer("from", 0, 9999),
                fields.integer("to", 0, 9999),
                fields.text("venue"),
                fields.text("author"),
                fields.text("label"));
        PaperQuery question = PaperQuery.of(Task.SEARCH, SegmentedText.of(query))
                .among(filter)
                .limit(top(fields))
                .bm25WeightIfGiven(wordWeight(fields));
        JsonBody.answer(context, answers().papers(served.index().papers(question), query, null));
    }

    private void tag(Context context) throws IOException {
        RequestParameters fields =
                RequestParameters.ofBody(context, limits, "paper", "title", "abstract", "top", "least", "ancestors");
        Asked asked = asked(fields);
        double least = fields.number("least", 0, 1, 0);
        List<Tag> found = new Tagger(served.index(), tags)
                .tags(asked.text(), asked.own(), top(fields), fields.flag("ancestors", false)).stream()
                        .filter(tag -> tag.isAtLeast(least))
                        .toList();
        JsonBody.answer(context, answers().tags(found));
    }

    private void cite(Context context) throws IOException {
        RequestParameters fields = RequestParameters.ofBody(
                context, limits, "paper", "title", "abstract", "top", "without", "wordWeight", "diversity");
        Asked asked = asked(fields);
        Set<String> without = new HashSet<>(asked.known());
        without.addAll(fields.texts("without"));
        PaperQuery question = PaperQuery.of(Task.LINK, asked.text())
                .among(SearchFilter.NONE.without(without))
                .limit(top(fields))
                .bm25WeightIfGiven(wordWeight(fields))
                .diversity(fields.number("diversity", 0, 1, 0));
        JsonBody.answer(
                context,
                answers().papers(served.index().papers(question), asked.text().plain(), asked.paper()));
    }

    private AnswerJson answers() {
        return new AnswerJson(served.index());
    }

    /** Null for the index's own. */
    private static Double wordWeight(RequestParameters fields) {
        return fields.has("wordWeight") ? (Double) fields.number("wordWeight", 0, 1000, 0) : null;
    }

    private int top(RequestParameters fields) {
        Integer top = fields.integer("top", 1, limits.answers());
        return top == null ? Math.min(USUAL_ANSWERS, limits.answers()) : top;
    }

    /**
     * The paper that a request is about.
     *
     * @param paper itself; null for a text
     * @param own id of the paper itself; none for a text
     * @param known ids of the paper itself and of what it cites; none for a text
     */
    private record Asked(SegmentedText text, IndexedPaper paper, Set<String> own, Set<String> known) {}

    private Asked asked(RequestParameters fields) throws IOException {
        boolean texts = fields.has("title") || fields.has("abstract");
        if (fields.has("paper") == texts) {
            throw ProblemException.wrong(
                    "say about what: 'paper', the id of one in the index, or 'title' and 'abstract'");
        }
        if (texts) {
            String title = fields.text("title");
            String body = fields.text("abstract");
            SegmentedText text = SegmentedText.of(title == null ? "" : title, body == null ? "" : body);
            if (text.plain().isBlank()) {
                throw ProblemException.wrong("'title' and 'abstract' are empty");
            }
            return new Asked(text, null, Set.of(), Set.of());
        }
        String id = fields.required("paper");
        IndexedPaper paper =
                served.index().paper(id).orElseThrow(() -> ProblemException.missing("there is no paper '" + id + "'"));
        return new Asked(paper.segments(), paper, Set.of(id), paper.known());
    }
}
