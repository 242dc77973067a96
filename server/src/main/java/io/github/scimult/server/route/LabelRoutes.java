package io.github.scimult.server.route;

import io.github.scimult.core.journal.Change;
import io.github.scimult.core.journal.LabelDecision;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.RecordLine;
import io.github.scimult.search.judgement.PaperJudgements;
import io.github.scimult.server.access.Scope;
import io.github.scimult.server.http.NoParameters;
import io.github.scimult.server.http.ProblemException;
import io.github.scimult.server.http.RequestForm;
import io.github.scimult.server.http.Route;
import io.github.scimult.server.http.RouteText;
import io.github.scimult.server.library.ServedLibrary;
import io.github.scimult.server.message.ById;
import io.github.scimult.server.message.DeleteAnswer;
import io.github.scimult.server.message.LabelDecisionRequest;
import io.github.scimult.server.message.LabelLine;
import io.github.scimult.server.message.LabelList;
import io.github.scimult.server.message.LabelOfPaper;
import io.github.scimult.server.message.MergeRequest;
import io.github.scimult.server.message.PaperLabels;
import io.github.scimult.server.message.PutAnswer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Labels: reading, adding, replacing, merging, deleting them, and deciding which of them papers carry.
 *
 * @param served the library that holds them
 */
public record LabelRoutes(ServedLibrary served) {
    private static final RouteText LIST = new RouteText("listLabels", "List all labels");
    private static final RouteText PUT = new RouteText(
            "putLabels",
            "Add or replace labels",
            "One label or a list of them, each as a line of labels.jsonl. They are suggested at once, without training.");
    private static final RouteText DELETE =
            new RouteText("deleteLabel", "Delete a label", "It is taken from every paper that carries it.");
    private static final RouteText MERGE = new RouteText(
            "mergeLabel",
            "Merge a label into another",
            "It is deleted, and papers that carry it carry the other one instead.");
    private static final RouteText DECIDE = new RouteText(
            "decideLabel",
            "Assign a label to a paper, or reject it",
            "An assigned label is evidence for papers like this one; a rejected one is not suggested for it, and training "
                    + "takes it for a hard negative.");
    private static final RouteText CLEAR = new RouteText(
            "clearLabel", "Undo a decision on a label", "The paper does not carry the label, and it may be suggested.");
    private static final LabelLine NEW_LABEL =
            new LabelLine("t", "trees", Optional.of("graphs without cycles"), List.of(), List.of(), Optional.empty());
    private static final PaperLabels DECIDED = new PaperLabels(Examples.ID, List.of("g"), List.of());

    /** The routes. */
    public List<Route<?>> routes() {
        return List.of(
                Route.get("/api/labels", LIST, NoParameters.class, LabelList.class, this::labels)
                        .example(new LabelList(List.of(Examples.LABEL))),
                Route.putLines(
                                "/api/labels",
                                PUT,
                                new RequestForm.Lines<>(LabelLine.class, RecordLine::label),
                                PutAnswer.class,
                                this::put)
                        .example(NEW_LABEL, new PutAnswer(1)),
                Route.delete("/api/labels/{id}", DELETE, ById.class, DeleteAnswer.class, this::delete)
                        .example(new ById("sketches"), new DeleteAnswer("sketches")),
                Route.post("/api/labels/{id}/merge", MERGE, MergeRequest.class, DeleteAnswer.class, this::merge)
                        .needing(Scope.WRITE)
                        .example(new MergeRequest("networks", "g"), new DeleteAnswer("networks")),
                Route.put(
                                "/api/papers/{id}/labels/{label}",
                                DECIDE,
                                LabelDecisionRequest.class,
                                PaperLabels.class,
                                this::decide)
                        .example(
                                new LabelDecisionRequest(Examples.ID, "g", LabelDecisionRequest.Verdict.ASSIGNED),
                                DECIDED),
                Route.delete(
                                "/api/papers/{id}/labels/{label}",
                                CLEAR,
                                LabelOfPaper.class,
                                PaperLabels.class,
                                this::clear)
                        .example(new LabelOfPaper(Examples.ID, "t"), DECIDED));
    }

    private LabelList labels(NoParameters none) throws IOException {
        return new LabelList(served.index().labels());
    }

    private PutAnswer put(List<Label> labels) throws IOException {
        served.write(labels.stream().map(Change.PutLabel::new).toList());
        return new PutAnswer(labels.size());
    }

    private DeleteAnswer delete(ById request) throws IOException {
        requireLabel(request.id());
        served.write(List.of(new Change.DeleteLabel(request.id())));
        return new DeleteAnswer(request.id());
    }

    private DeleteAnswer merge(MergeRequest request) throws IOException {
        requireLabel(request.id());
        requireLabel(request.into());
        served.write(List.of(new Change.MergeLabel(request.id(), request.into())));
        return new DeleteAnswer(request.id());
    }

    private PaperLabels decide(LabelDecisionRequest request) throws IOException {
        return decide(request.id(), request.label(), request.verdict().decision());
    }

    private PaperLabels clear(LabelOfPaper request) throws IOException {
        return decide(request.id(), request.label(), LabelDecision.CLEARED);
    }

    private PaperLabels decide(String paper, String label, LabelDecision decision) throws IOException {
        if (served.index().paper(paper).isEmpty()) {
            throw ProblemException.missing("there is no paper '" + paper + "'");
        }
        requireLabel(label);
        served.write(List.of(new Change.JudgeLabel(paper, label, decision)));
        PaperJudgements judged = served.index().judgements(paper);
        List<String> assigned =
                judged.labels().stream().map(PaperJudgements.AssignedLabel::id).toList();
        return new PaperLabels(paper, assigned, judged.rejected());
    }

    private void requireLabel(String id) throws IOException {
        if (served.index().label(id).isEmpty()) {
            throw ProblemException.missing("there is no label '" + id + "'");
        }
    }
}
