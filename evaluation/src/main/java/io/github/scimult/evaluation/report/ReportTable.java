package io.github.scimult.evaluation.report;

import io.github.scimult.evaluation.Comparison;
import io.github.scimult.evaluation.EvaluationReport;
import io.github.scimult.evaluation.SystemReport;
import io.github.scimult.evaluation.TaskReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A report for the terminal: for each task the primary metric of every system, with its difference to each reference, and
 * below the other metrics.
 *
 * @param width columns that a line may take, at least 40
 * @param styled whether the best metric of a column is bold and intervals are dim (ANSI escape sequences)
 */
public record ReportTable(int width, boolean styled) {
    private static final String NAMES = " (names)";

    public ReportTable {
        if (width < 40) {
            throw new IllegalArgumentException("a table needs at least 40 columns, not " + width);
        }
    }

    /** The whole report, ending with a line that explains the star. */
    public String render(EvaluationReport report) {
        StringBuilder text = new StringBuilder();
        text.append(bold(report.collection() + ", " + report.split().lowerCaseName() + " split"))
                .append('\n');
        report.tasks().forEach(task -> text.append('\n').append(render(task)));
        boolean compared =
                report.tasks().stream().anyMatch(task -> !task.references().isEmpty());
        if (compared) {
            text.append('\n').append(wrapped(ScoreText.starNote(report))).append('\n');
        }
        return text.toString();
    }

    private String render(TaskReport task) {
        StringBuilder text = new StringBuilder();
        text.append(bold(task.task()))
                .append("  ")
                .append(dim(ScoreText.size(task)))
                .append('\n');
        text.append(primaryTable(task));
        List<String> others = task.metrics().subList(1, task.metrics().size());
        appendTables(task, others.stream().filter(name -> !name.endsWith(NAMES)).toList(), text);
        List<String> namesFirst =
                others.stream().filter(name -> name.endsWith(NAMES)).toList();
        if (!namesFirst.isEmpty()) {
            text.append("\n  With label-name matching:\n");
            appendTables(task, namesFirst, text);
        }
        return text.toString();
    }

    private String primaryTable(TaskReport task) {
        TextTable table = new TextTable().column("", true).column(task.primary(), false);
        for (String reference : task.references()) {
            table.column("Δ " + reference, true);
        }
        for (SystemReport system : task.systems()) {
            List<String> cells = new ArrayList<>();
            cells.add(system.name());
            cells.add(value(task, system, task.primary()));
            task.references().forEach(reference -> cells.add(comparison(system, reference, task.primary())));
            table.row(cells);
        }
        return table.render();
    }

    private String comparison(SystemReport system, String reference, String metric) {
        Optional<Comparison> comparison = system.comparison(reference, metric);
        return comparison
                .map(known -> ScoreText.starred(known) + " " + dim(ScoreText.interval(known)))
                .orElse(dim("  –"));
    }

    /** As many tables beside the names of the systems as the width makes necessary. */
    private void appendTables(TaskReport task, List<String> metrics, StringBuilder text) {
        List<String> line = new ArrayList<>();
        for (String metric : metrics) {
            line.add(metric);
            if (table(task, line).widthWith(0) > width && line.size() > 1) {
                line.removeLast();
                text.append('\n').append(table(task, line).render());
                line = new ArrayList<>(List.of(metric));
            }
        }
        if (!line.isEmpty()) {
            text.append('\n').append(table(task, line).render());
        }
    }

    private TextTable table(TaskReport task, List<String> metrics) {
        TextTable table = new TextTable().column("", true);
        metrics.forEach(metric -> addColumn(metric.replace(NAMES, ""), metrics, table));
        for (SystemReport system : task.systems()) {
            List<String> cells = new ArrayList<>(List.of(system.name()));
            metrics.forEach(metric -> cells.add(value(task, system, metric)));
            table.row(cells);
        }
        return table;
    }

    /** {@code Recall@50} beside {@code Recall@100} becomes {@code @50} below {@code Recall}. */
    private static void addColumn(String head, List<String> metrics, TextTable table) {
        int cutoff = head.indexOf('@');
        String group = cutoff < 0 ? "" : head.substring(0, cutoff + 1);
        boolean shared = cutoff > 0
                && metrics.stream().filter(metric -> metric.startsWith(group)).count() > 1;
        if (shared) {
            table.column(head.substring(0, cutoff), head.substring(cutoff), false);
        } else {
            table.column(head, false);
        }
    }

    private String value(TaskReport task, SystemReport system, String metric) {
        String text = ScoreText.value(system.means().get(metric));
        boolean best = task.systems().stream()
                .allMatch(other -> other.means().get(metric) <= system.means().get(metric));
        return best && task.systems().size() > 1 ? bold(text) : text;
    }

    private String wrapped(String text) {
        StringBuilder lines = new StringBuilder();
        int column = 0;
        for (String word : text.split(" ")) {
            if (column > 0 && column + 1 + word.length() > width) {
                lines.append('\n');
                column = 0;
            }
            lines.append(column > 0 ? " " : "").append(word);
            column += word.length() + (column > 0 ? 1 : 0);
        }
        return lines.toString();
    }

    private String bold(String text) {
        return styled ? "\u001b[1m" + text + "\u001b[0m" : text;
    }

    private String dim(String text) {
        return styled ? "\u001b[2m" + text + "\u001b[0m" : text;
    }
}
