package io.github.scimult.server.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.RecordLine;
import io.github.scimult.search.index.IndexedPaper;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.search.index.LiveIndex;
import io.github.scimult.server.http.JsonBody;
import io.github.scimult.server.http.Limits;
import io.github.scimult.server.http.ProblemException;
import io.github.scimult.server.http.Route;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Papers and labels: reading, adding, replacing, deleting.
 *
 * @param served the index that holds them
 */
public record RecordRoutes(LiveIndex served, Limits limits) {
    private static final int MOST_CITING = 100;
    private static final String CHANGED = "{\"put\": 1}";

    /** All of them. */
    public List<Route> routes() {
        return List.of(
                Route.get("/api/papers/{id}", "Read a paper", this::paper)
                        .saying(
                                "A paper with its labels, the papers of the index that it cites, and those that cite it (at "
                                        + "most 100).")
                        .inPath("id", "The paper's id.")
                        .answer("{\"id\": \"17\", \"title\": \"Drawing graphs\", \"abstract\": \"…\", \"authors\": [], "
                                + "\"venue\": \"GD\", \"year\": 2004, \"labels\": [], \"cites\": [{\"id\": \"3\", \"title\": "
                                + "\"Trees\", \"year\": 1999}], \"citedBy\": [], \"citesElsewhere\": 12}"),
                Route.put("/api/papers", "Add or replace papers", this::putPapers)
                        .saying(
                                "One paper or a list of them, each as a line of corpus.jsonl. When the answer comes, they are "
                                        + "on the disk and are found.")
                        .body("{\"_id\": \"18\", \"title\": \"Drawing trees\", \"text\": \"We lay out trees.\", "
                                + "\"metadata\": {\"year\": 2005, \"venue\": \"GD\", \"authors\": [\"A. Author\"], "
                                + "\"references\": [\"17\"]}}")
                        .answer(CHANGED),
                Route.delete("/api/papers/{id}", "Delete a paper", this::deletePaper)
                        .inPath("id", "The paper's id.")
                        .answer("{\"deleted\": \"18\"}"),
                Route.get("/api/labels", "List all labels", this::labels)
                        .answer(
                                "{\"labels\": [{\"id\": \"g\", \"name\": \"graphs\", \"definition\": \"things with edges\", "
                                        + "\"parents\": []}]}"),
                Route.put("/api/labels", "Add or replace labels", this::putLabels)
                        .saying(
                                "One label or a list of them, each as a line of labels.jsonl. They are used for tagging at "
                                        + "once, without training.")
                        .body("{\"_id\": \"t\", \"name\": \"trees\", \"definition\": \"graphs without cycles\"}")
                        .answer(CHANGED));
    }

    private void paper(Context context) throws IOException {
        LiteratureIndex index = served.index();
        String id = context.pathParam("id");
        IndexedPaper paper =
                index.paper(id).orElseThrow(() -> ProblemException.missing("there is no paper '" + id + "'"));
        ObjectNode json = new AnswerJson(index).paper(paper);
        ArrayNode cites = json.putArray("cites");
        int elsewhere = 0;
        for (String reference : paper.references()) {
            Optional<IndexedPaper> cited = index.paper(reference);
            cited.ifPresent(there -> cites.add(brief(there)));
            elsewhere += cited.isPresent() ? 0 : 1;
        }
        ArrayNode citing = json.putArray("citedBy");
        index.citing(id, MOST_CITING).forEach(other -> citing.add(brief(other)));
        json.put("citesElsewhere", elsewhere);
        JsonBody.answer(context, json);
    }

    private static ObjectNode brief(IndexedPaper paper) {
        return JsonBody.object()
                .put("id", paper.id())
                .put("title", paper.title())
                .put("year", paper.year());
    }

    private void putPapers(Context context) throws IOException {
        List<Paper> papers = records(context, RecordLine::paper);
        served.putPapers(papers);
        JsonBody.answer(context, JsonBody.object().put("put", papers.size()));
    }

    private void deletePaper(Context context) throws IOException {
        String id = context.pathParam("id");
        if (served.index().paper(id).isEmpty()) {
            throw ProblemException.missing("there is no paper '" + id + "'");
        }
        served.deletePaper(id);
        JsonBody.answer(context, JsonBody.object().put("deleted", id));
    }

    private void labels(Context context) throws IOException {
        ObjectNode json = JsonBody.object();
        ArrayNode labels = json.putArray("labels");
        AnswerJson form = new AnswerJson(served.index());
        served.index().labels().forEach(label -> labels.add(form.label(label)));
        JsonBody.answer(context, json);
    }

    private void putLabels(Context context) throws IOException {
        List<Label> labels = records(context, RecordLine::label);
        served.putLabels(labels);
        JsonBody.answer(context, JsonBody.object().put("put", labels.size()));
    }

    /** The body's records: one, or a list of them. */
    private <T> List<T> records(Context context, Function<String, T> read) {
        JsonNode body = JsonBody.parse(context.body());
        List<JsonNode> parts = new ArrayList<>();
        if (body.isArray()) {
            body.forEach(parts::add);
        } else {
            parts.add(body);
        }
        if (parts.isEmpty() || parts.size() > limits.texts()) {
            throw ProblemException.wrong("between 1 and " + limits.texts() + " records at once, not " + parts.size());
        }
        return parts.stream().map(part -> read.apply(part.toString())).toList();
    }
}
