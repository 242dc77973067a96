package io.github.scimult.evaluation.report;

import io.github.scimult.evaluation.Comparison;
import io.github.scimult.evaluation.EvaluationReport;
import io.github.scimult.evaluation.TaskReport;
import java.util.Locale;

/** Scores as text: three decimals without the leading zero, real minus signs, thousands apart. */
final class ScoreText {
    private ScoreText() {}

    /** {@code .262}; {@code 1.000}. */
    static String value(double value) {
        String text = String.format(Locale.ROOT, "%.3f", Math.abs(value));
        String short0 = text.startsWith("0") ? text.substring(1) : text;
        return value < 0 && !text.equals("0.000") ? "−" + short0 : short0;
    }

    /** {@code +.033}. */
    static String difference(double value) {
        String text = value(value);
        return text.startsWith("−") ? text : (text.equals(".000") ? "±" : "+") + text;
    }

    /** {@code +.033*}, or with a blank where the star would be. */
    static String starred(Comparison comparison) {
        return difference(comparison.difference()) + (comparison.significant() ? "*" : " ");
    }

    /** {@code [+.011, +.055]}. */
    static String interval(Comparison comparison) {
        return "[" + difference(comparison.low()) + ", " + difference(comparison.high()) + "]";
    }

    /** {@code 374 queries, each ranking 2,288 labels}. */
    static String size(TaskReport task) {
        return count(task.queryIds().size()) + (task.queryIds().size() == 1 ? " query" : " queries") + ", each ranking "
                + count(task.candidates()) + " " + task.candidateKind();
    }

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String starNote(EvaluationReport report) {
        boolean several = report.tasks().stream().anyMatch(TaskReport::comparesSeveralModels);
        return "Δ: mean difference over the queries with its 95 % confidence interval (paired bootstrap, "
                + count(report.options().bootstrapSamples()) + " samples). *: the interval excludes 0"
                + (several
                        ? ", and p ≤ .05 after Holm's correction for all differences of a table in one metric."
                        : ".");
    }
}
