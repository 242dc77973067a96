package io.github.scimult.server.route;

import io.github.scimult.server.http.AnswerForm;
import io.github.scimult.server.http.NoParameters;
import io.github.scimult.server.http.ProblemException;
import io.github.scimult.server.http.RawAnswer;
import io.github.scimult.server.http.Route;
import io.github.scimult.server.http.RouteText;
import io.github.scimult.server.library.ServedLibrary;
import io.github.scimult.server.message.ReportList;
import io.github.scimult.server.message.ReportName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Reports of how the model was trained and how good the suggested labels are, as the commands wrote them.
 *
 * @param served the index that the reports are of
 */
public record ReportRoutes(ServedLibrary served) {
    /** The reports contain their styles and no scripts. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private static final RouteText LIST = new RouteText("listReports", "What reports there are");
    private static final RouteText READ = new RouteText("readReport", "Read a report", "A page for a browser.");

    private record Report(String name, String title, Path file) {}

    /** The routes. */
    public List<Route<?>> routes() {
        ReportList example = new ReportList(List.of(new ReportList.Report("training", "How the model was trained")));
        return List.of(
                Route.get("/api/reports", LIST, NoParameters.class, ReportList.class, this::list)
                        .example(example),
                Route.getRaw("/reports/{name}", READ, ReportName.class, AnswerForm.text("text/html"), this::read)
                        .example(new ReportName("tags"), "<!doctype html>…"));
    }

    private List<Report> reports() {
        Path model = Path.of(served.index().facts().model());
        return List.of(
                        new Report("training", "How the model was trained", model.resolve("report.html")),
                        new Report(
                                "tags",
                                "How good the suggested labels are",
                                served.folder().resolve("tags.html")))
                .stream()
                .filter(report -> Files.isRegularFile(report.file()))
                .toList();
    }

    private ReportList list(NoParameters none) {
        return new ReportList(reports().stream()
                .map(report -> new ReportList.Report(report.name(), report.title()))
                .toList());
    }

    private RawAnswer read(ReportName request) throws IOException {
        Report report = reports().stream()
                .filter(one -> one.name().equals(request.name()))
                .findFirst()
                .orElseThrow(() -> ProblemException.missing("there is no report '" + request.name() + "'"));
        return new RawAnswer(
                "text/html; charset=utf-8", Files.readString(report.file()), Map.of("Content-Security-Policy", POLICY));
    }
}
