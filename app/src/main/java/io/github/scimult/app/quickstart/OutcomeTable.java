package io.github.scimult.app.quickstart;

import io.github.scimult.app.terminal.Style;
import io.github.scimult.evaluation.EvaluationReport;
import io.github.scimult.evaluation.SystemReport;
import io.github.scimult.evaluation.TaskReport;
import io.github.scimult.evaluation.ranking.RankingSystem;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The held-out scores in one small table: each task's primary metric, the same as in the report.
 *
 * @param report of systems among which are {@code baseline} and {@code trained}
 */
public record OutcomeTable(EvaluationReport report) {
    static final String BASELINE = RankingSystem.BASELINE;
    static final String TRAINED = "trained";
    private static final int NAME_COLUMNS = 19;
    private static final int TASK_COLUMNS = 20;

    /** The table, with a head and a note that explains it. */
    public String render(Style style) {
        StringBuilder text = new StringBuilder();
        headLine(task -> TaskWords.of(task.task()).name(), style::bold, text);
        headLine(TaskReport::primary, style::dim, text);
        headLine(OutcomeTable::queries, style::dim, text);
        for (SystemReport system : report.tasks().getFirst().systems()) {
            text.append(Style.fitted("  " + system.name(), NAME_COLUMNS));
            for (TaskReport task : report.tasks()) {
                text.append(value(task, task.system(system.name()), style));
            }
            text.append('\n');
        }
        String note = "Behind each score its difference to the baseline, the untrained base model; "
                + "*: the 95 % confidence interval of the difference excludes 0 (paired bootstrap).";
        return text.append('\n').append(style.wrapped(note, "  ")).toString();
    }

    private void headLine(Function<TaskReport, String> cell, UnaryOperator<String> look, StringBuilder text) {
        text.append(" ".repeat(NAME_COLUMNS));
        report.tasks().forEach(task -> text.append(look.apply(Style.fitted(cell.apply(task), TASK_COLUMNS))));
        text.append('\n');
    }

    private static String queries(TaskReport task) {
        return task.queryIds().size() + " " + TaskWords.of(task.task()).queries();
    }

    private static String value(TaskReport task, SystemReport system, Style style) {
        double value = score(task, system.name());
        boolean best = task.systems().stream().allMatch(other -> score(task, other.name()) <= value);
        String number = number(value);
        String difference = system.comparison(BASELINE, task.primary())
                .map(known -> (known.difference() < 0 ? "−" : "+")
                        + number(Math.abs(known.difference()))
                        + (known.significant() ? "*" : ""))
                .orElse("");
        String rest = " ".repeat(TASK_COLUMNS - number.length() - 2 - difference.length());
        return (best ? style.bold(number) : number) + "  " + style.dim(difference) + rest;
    }

    /** A system's mean of a task's primary metric. */
    static double score(TaskReport task, String system) {
        return task.system(system).means().get(task.primary());
    }

    /** {@code .524}; {@code 1.000}. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.startsWith("0") ? text.substring(1) : text;
    }
}
