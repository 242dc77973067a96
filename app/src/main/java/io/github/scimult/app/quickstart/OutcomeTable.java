package io.github.scimult.app.quickstart;

import io.github.scimult.app.terminal.Style;
import io.github.scimult.evaluation.Comparison;
import io.github.scimult.evaluation.EvaluationReport;
import io.github.scimult.evaluation.SystemReport;
import io.github.scimult.evaluation.TaskReport;
import java.util.Locale;
import java.util.Optional;

/**
 * The held-out scores in one small table, the same metric for all tasks, and what they say in one sentence.
 *
 * @param report of systems among which are {@code base} and {@code trained}
 */
public record OutcomeTable(EvaluationReport report) {
    static final String METRIC = "nDCG@10";
    static final String BASE = "base";
    private static final int NAME_COLUMNS = 17;
    private static final int TASK_COLUMNS = 20;

    /** The table, with a head and a note that explains it. */
    public String render(Style style) {
        StringBuilder text = new StringBuilder(" ".repeat(NAME_COLUMNS));
        report.tasks()
                .forEach(task ->
                        text.append(style.bold(cell(TaskWords.of(task.task()).plural()))));
        text.append('\n').append(" ".repeat(NAME_COLUMNS));
        report.tasks().forEach(task -> text.append(style.dim(cell(asked(task)))));
        text.append('\n');
        for (SystemReport system : report.tasks().getFirst().systems()) {
            text.append(Style.fitted("  " + system.name(), NAME_COLUMNS));
            for (TaskReport task : report.tasks()) {
                text.append(value(task, task.system(system.name()), style));
            }
            text.append('\n');
        }
        String note = METRIC + ": 1 if the right answers stand on top, 0 if none is among the first ten. Behind it the "
                + "difference to the base; * where chance alone would hardly make it (95 % interval).";
        return text.append('\n').append(style.wrapped(note, "  ")).toString();
    }

    private static String asked(TaskReport task) {
        int queries = task.queryIds().size();
        return queries + " " + TaskWords.of(task.task()).asked();
    }

    private static String value(TaskReport task, SystemReport system, Style style) {
        double value = system.means().get(METRIC);
        boolean best = task.systems().stream().allMatch(other -> other.means().get(METRIC) <= value);
        String number = number(value);
        Optional<Comparison> comparison = system.comparison(BASE, METRIC);
        String difference = comparison
                .map(known -> (known.difference() < 0 ? "−" : "+")
                        + number(Math.abs(known.difference()))
                        + (known.significant() ? "*" : ""))
                .orElse("");
        String rest = " ".repeat(TASK_COLUMNS - number.length() - 2 - difference.length());
        return (best ? style.bold(number) : number) + "  " + style.dim(difference) + rest;
    }

    private static String cell(String text) {
        return Style.fitted(text, TASK_COLUMNS);
    }

    /** {@code .524}; {@code 1.000}. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.startsWith("0") ? text.substring(1) : text;
    }
}
