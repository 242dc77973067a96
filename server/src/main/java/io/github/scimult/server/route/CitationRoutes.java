package io.github.scimult.server.route;

import io.github.scimult.core.record.Paper;
import io.github.scimult.exchange.citation.CitationExport;
import io.github.scimult.server.http.AnswerForm;
import io.github.scimult.server.http.ProblemException;
import io.github.scimult.server.http.RawAnswer;
import io.github.scimult.server.http.Route;
import io.github.scimult.server.http.RouteText;
import io.github.scimult.server.library.ServedLibrary;
import io.github.scimult.server.message.CitationRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Papers as other programs cite them.
 *
 * @param served the index that holds them
 */
public record CitationRoutes(ServedLibrary served) {
    private static final RouteText TEXT = new RouteText(
            "citations", "Papers as BibTeX, RIS or CSL-JSON", "For reference managers; in the order of the ids.");

    /** The routes. */
    public List<Route<?>> routes() {
        AnswerForm forms = AnswerForm.text(Stream.of(CitationExport.values())
                .map(CitationExport::mediaType)
                .toList());
        return List.of(Route.getRaw("/api/citations", TEXT, CitationRequest.class, forms, this::citations)
                .example(
                        new CitationRequest(List.of(Examples.ID), Optional.of(CitationExport.BIBTEX)),
                        "@article{Knuth1973-17,\n  title = {…}\n}\n"));
    }

    private RawAnswer citations(CitationRequest request) throws IOException {
        CitationExport format = request.format().orElse(CitationExport.BIBTEX);
        List<Paper> papers = new ArrayList<>();
        for (String id : request.id()) {
            papers.add(served.index()
                    .paper(id)
                    .orElseThrow(() -> ProblemException.missing("there is no paper '" + id + "'"))
                    .toPaper());
        }
        return new RawAnswer(format.mediaType() + ";charset=utf-8", format.write(papers));
    }
}
