package io.github.scimult.evaluation.report;

import io.github.scimult.core.html.HtmlPage;
import io.github.scimult.core.html.Markup;
import io.github.scimult.evaluation.EvaluationOptions;
import io.github.scimult.evaluation.EvaluationReport;
import java.util.LinkedHashMap;
import java.util.Map;

/** A report as one HTML page that needs nothing else. */
public final class EvaluationPage {
    private EvaluationPage() {}

    public static String page(EvaluationReport report) {
        String split = report.split().lowerCaseName();
        return HtmlPage.of(
                "Evaluation: " + report.collection(),
                """
                <header><p class="kind">Evaluation</p>
                <h1>%s, %s split</h1>
                %s</header>
                """.formatted(Markup.text(report.collection()), split, note(report)),
                Markup.each(report.tasks(), task -> new TaskSection(task).html()) + protocol(report),
                "SciMult · seed " + report.options().seed());
    }

    private static String note(EvaluationReport report) {
        boolean compares =
                report.tasks().stream().anyMatch(task -> !task.references().isEmpty());
        return compares ? Markup.element("p class=\"lead\"", ScoreText.starNote(report)) + "\n" : "";
    }

    private static String protocol(EvaluationReport report) {
        StringBuilder settings = new StringBuilder();
        settings(report)
                .forEach((name, value) -> settings.append("<div>")
                        .append(Markup.element("dt", name))
                        .append(Markup.element("dd", value))
                        .append("</div>\n"));
        return """
                <section id="protocol">
                <h2>How this was evaluated</h2>
                <dl class="protocol">
                %s</dl>
                </section>
                """.formatted(settings);
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
}
