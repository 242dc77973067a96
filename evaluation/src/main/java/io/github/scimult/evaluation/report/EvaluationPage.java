package io.github.scimult.evaluation.report;

import io.github.scimult.evaluation.EvaluationOptions;
import io.github.scimult.evaluation.EvaluationReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A report as HTML that needs nothing else: no script, no font, no request; light or dark as the reader's system is. The
 * fragment's styles hold below its own class only, so that it can stand in any page.
 */
public final class EvaluationPage {
    private EvaluationPage() {}

    /** A page of one or more reports. */
    public static String page(List<EvaluationReport> reports) {
        Html out = new Html();
        out.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .raw("<meta name=\"color-scheme\" content=\"light dark\">")
                .element("title", title(reports))
                .raw("<style>body { margin: 0; } .scimult-evaluation { padding: 1em 2em 3em; min-height: 100vh;"
                        + " box-sizing: border-box; }</style></head><body>\n")
                .raw(fragment(reports))
                .raw("</body></html>\n");
        return out.toString();
    }

    /** What a page has in its body: one {@code section} with its style. */
    public static String fragment(List<EvaluationReport> reports) {
        Html out = new Html();
        out.raw("<section class=\"scimult-evaluation\"><style>\n" + styles() + "</style>\n");
        for (EvaluationReport report : reports) {
            write(report, out);
        }
        return out.raw("</section>\n").toString();
    }

    private static String title(List<EvaluationReport> reports) {
        return "Evaluation: "
                + String.join(
                        ", ",
                        reports.stream()
                                .map(EvaluationReport::collection)
                                .distinct()
                                .toList());
    }

    private static void write(EvaluationReport report, Html out) {
        out.element("h2", report.collection() + ", " + report.split().lowerCaseName() + " split");
        report.tasks().forEach(task -> new TaskSection(task).writeTo(out));
        if (report.tasks().stream().anyMatch(task -> !task.references().isEmpty())) {
            out.element(
                    "p",
                    "Differences: mean over the queries with its 95 % interval, paired bootstrap, "
                            + ScoreText.count(report.options().bootstrapSamples())
                            + " draws. *: the interval excludes 0; under “All figures”, better than every reference.");
        }
        out.raw("<details><summary>How this was measured</summary><dl>\n");
        settings(report).forEach((name, value) -> out.element("dt", name).element("dd", value));
        out.raw("</dl></details>\n");
    }

    private static Map<String, String> settings(EvaluationReport report) {
        EvaluationOptions options = report.options();
        Map<String, String> settings = new LinkedHashMap<>(report.notes());
        settings.put("collection's fingerprint", report.fingerprint());
        settings.put("query paper among its candidates", options.removeQueryPaper() ? "no" : "yes");
        settings.put("candidates ranked for a query", ScoreText.count(options.runDepth()));
        settings.put("queries", options.maxQueries() == 0 ? "all" : "at most " + options.maxQueries());
        settings.put("seed", Long.toString(options.seed()));
        report.tasks()
                .forEach(task -> task.systems()
                        .forEach(system -> system.details()
                                .forEach((name, value) ->
                                        settings.put(task.task() + ", " + system.name() + ": " + name, value))));
        return settings;
    }

    private static String styles() {
        try (InputStream in = EvaluationPage.class.getResourceAsStream("evaluation.css")) {
            if (in == null) {
                throw new IllegalStateException("evaluation.css is missing beside " + EvaluationPage.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
