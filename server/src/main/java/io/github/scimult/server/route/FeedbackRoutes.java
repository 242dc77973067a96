package io.github.scimult.server.route;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.core.feedback.FeedbackFile;
import io.github.scimult.core.feedback.Verdict;
import io.github.scimult.core.task.Task;
import io.github.scimult.search.index.LiveIndex;
import io.github.scimult.server.http.JsonBody;
import io.github.scimult.server.http.Limits;
import io.github.scimult.server.http.ProblemException;
import io.github.scimult.server.http.RequestParameters;
import io.github.scimult.server.http.Route;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What people say of answers.
 *
 * @param served the index that answered
 * @param file keeps it
 */
public record FeedbackRoutes(LiveIndex served, FeedbackFile file, Limits limits) {
    private static final Map<String, Task> TASKS =
            Map.of("search", Task.SEARCH, "cite", Task.LINK, "tag", Task.CLASSIFICATION);

    /** All of them. */
    public List<Route> routes() {
        return List.of(
                Route.put("/api/feedback", "Say whether an answer was useful", this::put)
                        .saying(
                                "'on' is search, with the 'query', or cite or tag, with the 'paper' that was asked about. 'answer' is "
                                        + "the paper's or the label's id. Of several on the same answer the last counts. "
                                        + "When the answer comes, it is on the disk; a model learns from it by train "
                                        + "--feedback.")
                        .body(
                                "{\"on\": \"search\", \"query\": \"drawing graphs\", \"answer\": \"17\", \"useful\": true}")
                        .answer("{\"kept\": 1}"),
                Route.get("/api/feedback", "All that was said", this::all)
                        .saying("As judgements: score 1 for useful, 0 for not.")
                        .answer(
                                "{\"judgements\": [{\"on\": \"search\", \"query\": \"drawing graphs\", \"answer\": \"17\", "
                                        + "\"score\": 1}]}"));
    }

    private void put(Context context) throws IOException {
        RequestParameters fields =
                RequestParameters.ofBody(context, limits, "on", "query", "paper", "answer", "useful");
        String on = fields.required("on");
        Task task = TASKS.get(on);
        if (task == null) {
            throw ProblemException.wrong("'on' is search, cite or tag, not '" + on + "'");
        }
        if (!fields.has("useful")) {
            throw ProblemException.wrong("'useful' is missing: true or false");
        }
        Verdict verdict = new Verdict(
                task,
                fields.required(task.equals(Task.SEARCH) ? "query" : "paper"),
                fields.required("answer"),
                fields.flag("useful", false));
        requireThere(verdict);
        file.add(verdict);
        JsonBody.answer(context, JsonBody.object().put("kept", 1));
    }

    private void requireThere(Verdict verdict) throws IOException {
        boolean label = verdict.task().equals(Task.CLASSIFICATION);
        boolean answer = label
                ? served.index().label(verdict.answer()).isPresent()
                : served.index().paper(verdict.answer()).isPresent();
        if (!answer) {
            throw ProblemException.missing(
                    "there is no " + (label ? "label" : "paper") + " '" + verdict.answer() + "' in the index");
        }
        if (verdict.isOnPaper() && served.index().paper(verdict.asked()).isEmpty()) {
            throw ProblemException.missing("there is no paper '" + verdict.asked() + "' in the index");
        }
    }

    private void all(Context context) throws IOException {
        ObjectNode json = JsonBody.object();
        ArrayNode judgements = json.putArray("judgements");
        for (Verdict verdict : file.verdicts()) {
            ObjectNode judgement = judgements.addObject();
            judgement.put("on", name(verdict.task()));
            judgement.put(verdict.isOnPaper() ? "paper" : "query", verdict.asked());
            judgement.put("answer", verdict.answer());
            judgement.put("score", verdict.useful() ? 1 : 0);
        }
        JsonBody.answer(context, json);
    }

    private static String name(Task task) {
        return TASKS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(task))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(task.name());
    }
}
