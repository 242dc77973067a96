package io.github.scimult.evaluation.report;

import io.github.scimult.evaluation.Comparison;
import io.github.scimult.evaluation.SystemReport;
import io.github.scimult.evaluation.TaskReport;
import java.util.List;
import java.util.Locale;

/** One task of a report as HTML: the primary figure with its comparisons, the others folded away. */
final class TaskSection {
    private final TaskReport task;
    private final IntervalChart picture;

    TaskSection(TaskReport task) {
        this.task = task;
        this.picture = IntervalChart.of(task.systems().stream()
                .flatMap(system -> system.comparisons().stream())
                .filter(comparison -> comparison.figure().equals(task.primary()))
                .toList());
    }

    void writeTo(Html out) {
        out.element("h3", task.task()).element("p", ScoreText.size(task));
        primaryTable(out);
        if (task.figures().size() > 1) {
            out.raw("<details><summary>All figures</summary><div class=\"scroll\">");
            allFigures(out);
            out.raw("</div></details>\n");
        }
    }

    private void primaryTable(Html out) {
        out.raw("<div class=\"scroll\"><table><thead><tr>").element("th", "").element("th", task.primary());
        task.references().forEach(reference -> out.element("th", "difference to " + reference));
        out.raw("</tr></thead><tbody>\n");
        for (SystemReport system : task.systems()) {
            out.raw("<tr>").element("th", system.name()).raw("<td>");
            double value = system.means().get(task.primary());
            String style = isBest(task.primary(), system) ? "span class=\"value best\"" : "span class=\"value\"";
            out.raw(bar(value)).element(style, ScoreText.value(value)).raw("</td>");
            task.references().forEach(reference -> comparison(system, reference, out));
            out.raw("</tr>\n");
        }
        out.raw("</tbody></table></div>\n");
    }

    private void comparison(SystemReport system, String reference, Html out) {
        out.raw("<td class=\"interval\">");
        system.comparison(reference, task.primary()).ifPresent(known -> interval(known, out));
        out.raw("</td>");
    }

    private void interval(Comparison comparison, Html out) {
        out.text(ScoreText.starred(comparison).strip())
                .raw(" ")
                .element("small", ScoreText.interval(comparison))
                .raw(picture.draw(comparison));
    }

    private String bar(double value) {
        double largest = task.systems().stream()
                .mapToDouble(system -> system.means().get(task.primary()))
                .max()
                .orElse(1);
        double share = largest == 0 ? 0 : 100 * value / largest;
        return String.format(
                Locale.ROOT,
                "<svg class=\"bar\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                        + "<rect width=\"%.1f\" height=\"8\"/></svg>",
                share);
    }

    private void allFigures(Html out) {
        out.raw("<table><thead><tr>").element("th", "");
        task.systems().forEach(system -> out.element("th class=\"number\"", system.name()));
        out.raw("</tr></thead><tbody>\n");
        for (String figure : task.figures()) {
            out.raw("<tr>").element("th", figure);
            for (SystemReport system : task.systems()) {
                out.raw(isBest(figure, system) ? "<td class=\"number best\">" : "<td class=\"number\">")
                        .text(ScoreText.value(system.means().get(figure)))
                        .text(stars(system, figure))
                        .raw("</td>");
            }
            out.raw("</tr>\n");
        }
        out.raw("</tbody></table>");
    }

    /** A star if the system is clearly better than all references. */
    private String stars(SystemReport system, String figure) {
        List<Comparison> comparisons = system.comparisons().stream()
                .filter(comparison -> comparison.figure().equals(figure))
                .toList();
        boolean clear = !system.reference()
                && !comparisons.isEmpty()
                && comparisons.stream().allMatch(comparison -> comparison.low() > 0);
        return clear ? "*" : "";
    }

    private boolean isBest(String figure, SystemReport system) {
        return task.systems().size() > 1
                && task.systems().stream()
                        .allMatch(other ->
                                other.means().get(figure) <= system.means().get(figure));
    }
}
