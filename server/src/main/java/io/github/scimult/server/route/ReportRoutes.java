package io.github.scimult.server.route;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.server.http.JsonBody;
import io.github.scimult.server.http.ProblemException;
import io.github.scimult.server.http.Route;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reports of how the model was trained and what the tags are worth, as the commands wrote them.
 *
 * @param model the model's folder, or a name that is none
 * @param index the index's folder
 */
public record ReportRoutes(Path model, Path index) {
    /** The reports bring their style along and run nothing. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private record Report(String name, String title, Path file) {}

    /** All of them. */
    public List<Route> routes() {
        return List.of(
                Route.get("/api/reports", "What reports there are", this::list)
                        .answer("{\"reports\": [{\"name\": \"training\", \"title\": \"How the model was trained\"}]}"),
                Route.get("/reports/{name}", "Read a report", this::read)
                        .saying("A page for a browser.")
                        .inPath("name", "training or tags"));
    }

    private List<Report> reports() {
        return List.of(
                        new Report("training", "How the model was trained", model.resolve("report.html")),
                        new Report("tags", "What the tags are worth", index.resolve("tags.html")))
                .stream()
                .filter(report -> Files.isRegularFile(report.file()))
                .toList();
    }

    private void list(Context context) {
        ObjectNode json = JsonBody.object();
        ArrayNode list = json.putArray("reports");
        reports().forEach(report -> list.addObject().put("name", report.name()).put("title", report.title()));
        JsonBody.answer(context, json);
    }

    private void read(Context context) throws IOException {
        String name = context.pathParam("name");
        Report report = reports().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.missing("there is no report '" + name + "'"));
        context.header("Content-Security-Policy", POLICY);
        context.contentType("text/html; charset=utf-8");
        context.result(Files.readString(report.file()));
    }
}
