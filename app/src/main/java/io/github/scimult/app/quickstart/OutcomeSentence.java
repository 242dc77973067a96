package io.github.scimult.app.quickstart;

import io.github.scimult.evaluation.Comparison;
import io.github.scimult.evaluation.EvaluationReport;
import io.github.scimult.evaluation.TaskReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What came out of training, in one plain sentence that follows from the scores, whichever way they went. */
public final class OutcomeSentence {
    private static final String TRAINED = "trained";

    private OutcomeSentence() {}

    /** The sentence. */
    public static String of(EvaluationReport report) {
        String better = tasks(report, known -> known.significant() && known.difference() > 0);
        String worse = tasks(report, known -> known.significant() && known.difference() < 0);
        String open = tasks(report, known -> !known.significant());
        List<String> parts = new ArrayList<>();
        if (!better.isEmpty()) {
            parts.add("training made " + better + " better");
        }
        if (!worse.isEmpty()) {
            parts.add("training made " + worse + " worse");
        }
        if (!open.isEmpty()) {
            parts.add((parts.isEmpty() ? "training made no difference beyond chance for " : "for ")
                    + open
                    + (parts.isEmpty() ? "" : " the difference may be chance"));
        }
        return "On papers and searches that it was not trained on, " + String.join("; ", parts) + ".";
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
        double before = task.system(OutcomeTable.BASE).means().get(OutcomeTable.METRIC);
        double after = task.system(TRAINED).means().get(OutcomeTable.METRIC);
        return TaskWords.of(task.task()).plural() + " (" + OutcomeTable.number(before) + " → "
                + OutcomeTable.number(after) + ")";
    }

    private static Comparison comparison(TaskReport task) {
        return task.system(TRAINED)
                .comparison(OutcomeTable.BASE, OutcomeTable.METRIC)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the report of " + task.task() + " does not compare 'trained' to 'base'"));
    }
}
