package io.github.scimult.evaluation.report;

import io.github.scimult.core.html.Markup;
import io.github.scimult.evaluation.Comparison;
import io.github.scimult.evaluation.SystemReport;
import io.github.scimult.evaluation.TaskReport;
import java.util.List;
import java.util.Locale;

/** One task of a report as HTML: the primary metric with its comparisons, the others folded away. */
final class TaskSection {
    private final TaskReport task;
    private final IntervalChart picture;

    TaskSection(TaskReport task) {
        this.task = task;
        this.picture = IntervalChart.of(task.systems().stream()
                .flatMap(system -> system.comparisons().stream())
                .filter(comparison -> comparison.metric().equals(task.primary()))
                .toList());
    }

    String html() {
        return """
                <section id="%s">
                <h2>%1$s</h2>
                <p>%s</p>
                <div class="wide">%s</div>
                %s%s</section>
                """.formatted(
                        Markup.text(task.task()),
                        Markup.text(ScoreText.size(task)),
                        primaryTable(),
                        allMetrics(),
                        Markup.each(
                                task.wonAndLost().stream()
                                        .filter(queries -> queries.wonCount() + queries.lostCount() > 0)
                                        .toList(),
                                queries -> new WonAndLostSection(task.primary(), queries).html()));
    }

    private String primaryTable() {
        return """
                <table><thead><tr><th></th><th>%s</th>%s</tr></thead>
                <tbody>
                %s</tbody></table>
                """.formatted(
                        Markup.text(task.primary()),
                        Markup.each(task.references(), name -> Markup.element("th", "Δ to " + name)),
                        Markup.each(task.systems(), this::primaryRow));
    }

    private String primaryRow(SystemReport system) {
        double value = system.means().get(task.primary());
        String style = isBest(task.primary(), system) ? "span class=\"value best\"" : "span class=\"value\"";
        return "<tr>%s<td>%s%s</td>%s</tr>\n"
                .formatted(
                        Markup.element("td", system.name()),
                        Markup.element(style, ScoreText.value(value)),
                        bar(value),
                        Markup.each(task.references(), reference -> comparison(system, reference)));
    }

    private String comparison(SystemReport system, String reference) {
        return system.comparison(reference, task.primary())
                .map(known -> "<td><span class=\"difference\">%s %s</span>%s</td>"
                        .formatted(
                                Markup.text(ScoreText.starred(known).strip()),
                                Markup.element("span class=\"detail\"", ScoreText.interval(known)),
                                picture.draw(known)))
                .orElse("<td></td>");
    }

    private String bar(double value) {
        double largest = task.systems().stream()
                .mapToDouble(system -> system.means().get(task.primary()))
                .max()
                .orElse(1);
        double share = largest == 0 ? 0 : 100 * value / largest;
        return String.format(
                Locale.ROOT,
                "<svg class=\"inline bar\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                        + "<rect class=\"amount\" width=\"%.1f\" height=\"8\"/></svg>",
                share);
    }

    private String allMetrics() {
        if (task.metrics().size() == 1) {
            return "";
        }
        return """
                <details><summary>All metrics</summary><div class="wide"><table>
                <thead><tr><th></th>%s</tr></thead>
                <tbody>
                %s</tbody></table></div>
                <p class="detail">*: better than every reference, each difference significant as said above.</p></details>
                """.formatted(
                        Markup.each(task.systems(), system -> Markup.element("th class=\"number\"", system.name())),
                        Markup.each(task.metrics(), this::metricRow));
    }

    private String metricRow(String metric) {
        return "<tr>%s%s</tr>\n"
                .formatted(
                        Markup.element("td", metric),
                        Markup.each(
                                task.systems(),
                                system -> Markup.element(
                                        isBest(metric, system) ? "td class=\"number best\"" : "td class=\"number\"",
                                        ScoreText.value(system.means().get(metric)) + stars(system, metric))));
    }

    /** A star if the system is significantly better than all references. */
    private String stars(SystemReport system, String metric) {
        List<Comparison> comparisons = system.comparisons().stream()
                .filter(comparison -> comparison.metric().equals(metric))
                .toList();
        boolean clear = !system.reference()
                && !comparisons.isEmpty()
                && comparisons.stream().allMatch(comparison -> comparison.significant() && comparison.difference() > 0);
        return clear ? "*" : "";
    }

    private boolean isBest(String metric, SystemReport system) {
        return task.systems().size() > 1
                && task.systems().stream()
                        .allMatch(other ->
                                other.means().get(metric) <= system.means().get(metric));
    }
}
