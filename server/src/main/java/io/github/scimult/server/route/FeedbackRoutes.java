package io.github.scimult.server.route;

import io.github.scimult.core.feedback.Verdict;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.task.TaskFamily;
import io.github.scimult.server.access.Scope;
import io.github.scimult.server.http.NoParameters;
import io.github.scimult.server.http.ProblemException;
import io.github.scimult.server.http.Route;
import io.github.scimult.server.http.RouteText;
import io.github.scimult.server.library.ServedLibrary;
import io.github.scimult.server.message.FeedbackAnswer;
import io.github.scimult.server.message.FeedbackRequest;
import io.github.scimult.server.message.FeedbackRequest.Subject;
import io.github.scimult.server.message.JudgementList;
import io.github.scimult.server.message.JudgementList.Judgement;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Feedback on results.
 *
 * @param served the index that the results are from
 */
public record FeedbackRoutes(ServedLibrary served) {
    private static final RouteText GIVE = new RouteText(
            "giveFeedback",
            "Say whether a result was useful",
            "'on' is search, with the 'query', or cite or tag, with the 'paper' that was the query. Of several on the same result the "
                    + "last counts. It is on the disk before the response is sent; a model learns from it by train --feedback.");
    private static final RouteText LIST = new RouteText("listFeedback", "List all feedback", "As judgements.");

    /** The routes. */
    public List<Route<?>> routes() {
        Optional<String> query = Optional.of("drawing graphs");
        FeedbackRequest request = new FeedbackRequest(Subject.SEARCH, query, Optional.empty(), Examples.ID, true);
        Judgement judgement = new Judgement(Subject.SEARCH, query, Optional.empty(), Examples.ID, 1);
        return List.of(
                Route.put("/api/feedback", GIVE, FeedbackRequest.class, FeedbackAnswer.class, this::put)
                        .needing(Scope.FEEDBACK)
                        .example(request, new FeedbackAnswer(1)),
                Route.get("/api/feedback", LIST, NoParameters.class, JudgementList.class, this::all)
                        .needing(Scope.WRITE)
                        .example(new JudgementList(List.of(judgement))));
    }

    private FeedbackAnswer put(FeedbackRequest request) throws IOException {
        Verdict verdict = new Verdict(task(request.on()), request.asked(), request.answer(), request.useful());
        requireThere(verdict);
        served.library().give(verdict);
        return new FeedbackAnswer(1);
    }

    private static Task task(Subject subject) {
        return switch (subject) {
            case SEARCH -> Task.SEARCH;
            case CITE -> Task.LINK;
            case TAG -> Task.CLASSIFICATION;
        };
    }

    private static Subject subject(Task task) {
        return switch (task.family()) {
            case SEARCH -> Subject.SEARCH;
            case LINK -> Subject.CITE;
            case CLASSIFICATION -> Subject.TAG;
        };
    }

    private void requireThere(Verdict verdict) throws IOException {
        boolean label = verdict.task().family() == TaskFamily.CLASSIFICATION;
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

    private JudgementList all(NoParameters none) throws IOException {
        return new JudgementList(served.library().feedback().stream()
                .map(FeedbackRoutes::judgement)
                .toList());
    }

    private static Judgement judgement(Verdict verdict) {
        Optional<String> asked = Optional.of(verdict.asked());
        return new Judgement(
                subject(verdict.task()),
                verdict.isOnPaper() ? Optional.empty() : asked,
                verdict.isOnPaper() ? asked : Optional.empty(),
                verdict.answer(),
                verdict.useful() ? 1 : 0);
    }
}
