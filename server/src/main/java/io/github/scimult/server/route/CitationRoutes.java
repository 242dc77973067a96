package io.github.scimult.server.route;

import io.github.scimult.exchange.citation.BibTexWriter;
import io.github.scimult.search.record.IndexedPaper;
import io.github.scimult.server.http.AnswerForm;
import io.github.scimult.server.http.ProblemException;
import io.github.scimult.server.http.RawAnswer;
import io.github.scimult.server.http.Route;
import io.github.scimult.server.http.RouteText;
import io.github.scimult.server.library.ServedLibrary;
import io.github.scimult.server.message.CitationRequest;
import java.io.IOException;
import java.util.List;
import java.util.StringJoiner;

/**
 * Papers as other programs cite them.
 *
 * @param served the index that holds them
 */
public record CitationRoutes(ServedLibrary served) {
    private static final String BIBTEX = "application/x-bibtex";
    private static final RouteText TEXT =
            new RouteText("citations", "Papers as BibTeX", "One entry for each id, in the order of the ids.");

    /** The routes. */
    public List<Route<?>> routes() {
        return List.of(Route.getRaw(
                        "/api/citations", TEXT, CitationRequest.class, AnswerForm.text(BIBTEX), this::bibTex)
                .example(new CitationRequest(List.of(Examples.ID)), "@article{Knuth1973-17,\n  title = {…}\n}\n"));
    }

    private RawAnswer bibTex(CitationRequest request) throws IOException {
        StringJoiner entries = new StringJoiner("\n");
        for (String id : request.id()) {
            IndexedPaper paper = served.index()
                    .paper(id)
                    .orElseThrow(() -> ProblemException.missing("there is no paper '" + id + "'"));
            entries.add(BibTexWriter.entry(paper.toPaper()));
        }
        return new RawAnswer(BIBTEX + ";charset=utf-8", entries.toString());
    }
}
