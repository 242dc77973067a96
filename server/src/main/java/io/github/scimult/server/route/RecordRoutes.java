package io.github.scimult.server.route;

import io.github.scimult.core.journal.Change;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.RecordLine;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.search.record.IndexedPaper;
import io.github.scimult.search.result.ResultReader;
import io.github.scimult.server.http.ProblemException;
import io.github.scimult.server.http.RequestForm;
import io.github.scimult.server.http.Route;
import io.github.scimult.server.http.RouteText;
import io.github.scimult.server.library.ServedLibrary;
import io.github.scimult.server.message.ById;
import io.github.scimult.server.message.DeleteAnswer;
import io.github.scimult.server.message.PaperDetails;
import io.github.scimult.server.message.PaperDetails.Brief;
import io.github.scimult.server.message.PaperLine;
import io.github.scimult.server.message.PutAnswer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Papers: reading, adding, replacing, deleting.
 *
 * @param served the library that holds them
 */
public record RecordRoutes(ServedLibrary served) {
    private static final int MAX_CITING = 100;
    private static final RouteText READ_PAPER = new RouteText(
            "readPaper",
            "Read a paper",
            "A paper with its labels, the papers of the index that it cites, and those that cite it.");
    private static final RouteText PUT_PAPERS = new RouteText(
            "putPapers",
            "Add or replace papers",
            "One paper or a list of them, each as a line of corpus.jsonl. Before the response is sent, they are on the disk and can be found.");
    private static final RouteText DELETE_PAPER = new RouteText("deletePaper", "Delete a paper");
    private static final PaperLine NEW_PAPER = new PaperLine(
            "18",
            Optional.of("Drawing trees"),
            Optional.of("We lay out trees."),
            Optional.of(new PaperLine.Metadata(
                    Optional.of(2005), Optional.of("GD"), List.of("A. Author"), List.of(Examples.ID))));

    /** The routes. */
    public List<Route<?>> routes() {
        Brief cited = new Brief("3", "Trees", Optional.of(1999));
        return List.of(
                Route.get("/api/papers/{id}", READ_PAPER, ById.class, PaperDetails.class, this::paper)
                        .example(
                                new ById(Examples.ID),
                                new PaperDetails(Examples.PAPER, List.of(), List.of(cited), List.of(), 12)),
                Route.putLines(
                                "/api/papers",
                                PUT_PAPERS,
                                new RequestForm.Lines<>(PaperLine.class, RecordLine::paper),
                                PutAnswer.class,
                                this::putPapers)
                        .example(NEW_PAPER, new PutAnswer(1)),
                Route.delete("/api/papers/{id}", DELETE_PAPER, ById.class, DeleteAnswer.class, this::deletePaper)
                        .example(new ById(NEW_PAPER.id()), new DeleteAnswer(NEW_PAPER.id())));
    }

    private PaperDetails paper(ById request) throws IOException {
        LiteratureIndex index = served.index();
        IndexedPaper paper = index.paper(request.id()).orElseThrow(() -> missing(request));
        List<Brief> cites = index.papers(paper.references()).stream()
                .map(RecordRoutes::brief)
                .toList();
        List<Brief> citedBy = index.citing(request.id(), MAX_CITING).stream()
                .map(RecordRoutes::brief)
                .toList();
        int elsewhere = paper.references().size() - cites.size();
        List<String> rejected = index.judgements(request.id()).rejected();
        return new PaperDetails(new ResultReader(index).summary(paper), rejected, cites, citedBy, elsewhere);
    }

    private static Brief brief(IndexedPaper paper) {
        return new Brief(paper.id(), paper.title(), Optional.ofNullable(paper.year()));
    }

    private static ProblemException missing(ById request) {
        return ProblemException.missing("there is no paper '" + request.id() + "'");
    }

    private PutAnswer putPapers(List<Paper> papers) throws IOException {
        served.write(papers.stream().map(Change.PutPaper::new).toList());
        return new PutAnswer(papers.size());
    }

    private DeleteAnswer deletePaper(ById request) throws IOException {
        if (served.index().paper(request.id()).isEmpty()) {
            throw missing(request);
        }
        served.write(List.of(new Change.DeletePaper(request.id())));
        return new DeleteAnswer(request.id());
    }
}
