package io.github.scimult.app.quickstart;

import io.github.scimult.evaluation.Comparison;
import io.github.scimult.evaluation.EvaluationReport;
import io.github.scimult.evaluation.TaskReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The outcome of training in one sentence, which says no more than the confidence intervals do. Each task has its primary metric, as in
 * the table and in the report.
 */
public final class OutcomeSentence {
    private OutcomeSentence() {}

    /** The sentence. */
    public static String of(EvaluationReport report) {
        String improved = tasks(report, known -> known.significant() && known.difference() > 0);
        String worsened = tasks(report, known -> known.significant() && known.difference() < 0);
        String unclear = tasks(report, known -> !known.significant());
        String noise = unclear + ", where the 95 % confidence interval of the difference includes 0";
        List<String> parts = new ArrayList<>();
        if (!improved.isEmpty()) {
            parts.add("training improved " + improved);
        }
        if (!worsened.isEmpty()) {
            parts.add("training made " + worsened + " worse");
        }
        if (!unclear.isEmpty()) {
            parts.add(
                    parts.isEmpty()
                            ? "training made no significant difference to " + noise
                            : "no clear change in " + noise);
        }
        return "On held-out papers and queries, " + String.join("; ", parts) + ".";
    }

    /** The tasks of which it holds, with their scores; empty if there is none. */
    private static String tasks(EvaluationReport report, Predicate<Comparison> holds) {
        List<String> named = report.tasks().stream()
                .filter(task -> holds.test(comparison(task)))
                .map(OutcomeSentence::scores)
                .toList();
        if (named.size() < 2) {
            return String.join("", named);
        }
        return String.join(", ", named.subList(0, named.size() - 1)) + " and " + named.getLast();
    }

    private static String scores(TaskReport task) {
        double before = OutcomeTable.score(task, OutcomeTable.BASELINE);
        double after = OutcomeTable.score(task, OutcomeTable.TRAINED);
        return "%s (%s %s → %s)"
                .formatted(
                        TaskWords.of(task.task()).name(),
                        task.primary(),
                        OutcomeTable.number(before),
                        OutcomeTable.number(after));
    }

    private static Comparison comparison(TaskReport task) {
        return task.system(OutcomeTable.TRAINED)
                .comparison(OutcomeTable.BASELINE, task.primary())
                .orElseThrow(() -> new IllegalArgumentException(
                        "the report of " + task.task() + " does not compare 'trained' to 'baseline'"));
    }
}
