package io.github.scimult.app.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.app.terminal.Style;
import io.github.scimult.core.task.Split;
import io.github.scimult.evaluation.Comparison;
import io.github.scimult.evaluation.EvaluationOptions;
import io.github.scimult.evaluation.EvaluationReport;
import io.github.scimult.evaluation.SystemReport;
import io.github.scimult.evaluation.TaskReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the quickstart says of training follows from the confidence intervals, in each of the four cases. */
class OutcomeTest {
    private static final TaskReport GAIN = task("classification", "Recall@20", .748, .830, .05, .10);
    private static final TaskReport LOSS = task("link", "Recall@20", .487, .409, -.12, -.03);
    private static final TaskReport NOISE = task("search", "nDCG@10", .764, .766, -.05, .06);

    @Test
    void aSignificantGainIsAnImprovement() {
        assertThat(OutcomeSentence.of(report(GAIN)))
                .isEqualTo("On held-out papers and queries, training improved classification (Recall@20 .748 → .830).");
    }

    @Test
    void aSignificantLossIsSaidPlainly() {
        assertThat(OutcomeSentence.of(report(LOSS)))
                .isEqualTo(
                        "On held-out papers and queries, training made link prediction (Recall@20 .487 → .409) worse.");
    }

    @Test
    void aGainWithinNoiseIsNoImprovement() {
        assertThat(OutcomeSentence.of(report(NOISE)))
                .isEqualTo("On held-out papers and queries, training made no significant difference to search "
                        + "(nDCG@10 .764 → .766), where the 95 % confidence interval of the difference includes 0.");
    }

    @Test
    void mixedOutcomesAreToldApart() {
        assertThat(OutcomeSentence.of(report(GAIN, LOSS, NOISE)))
                .isEqualTo("On held-out papers and queries, training improved classification (Recall@20 .748 → .830); "
                        + "training made link prediction (Recall@20 .487 → .409) worse; no clear change in search "
                        + "(nDCG@10 .764 → .766), where the 95 % confidence interval of the difference includes 0.");
    }

    @Test
    void theTableHasEachTasksPrimaryMetricAndFitsEightyColumns() {
        String table = new OutcomeTable(report(GAIN, LOSS, NOISE)).render(new Style(80, false));
        assertThat(table.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(table)
                .contains("classification      link prediction     search")
                .contains("Recall@20           Recall@20           nDCG@10")
                .contains(".830  +.082*")
                .contains(".409  −.078*")
                .contains(".766  +.002 ");
    }

    private static EvaluationReport report(TaskReport... tasks) {
        return new EvaluationReport("sample", "f", Split.TEST, EvaluationOptions.DEFAULTS, Map.of(), List.of(tasks));
    }

    private static TaskReport task(String name, String metric, double before, double after, double low, double high) {
        SystemReport baseline = system("baseline", metric, before, List.of());
        Comparison difference = new Comparison("baseline", metric, after - before, low, high, 0.01);
        SystemReport trained = system("trained", metric, after, List.of(difference));
        return new TaskReport(
                name, "papers", 400, List.of(metric), List.of("q"), List.of(baseline, trained), List.of(), 1);
    }

    private static SystemReport system(String name, String metric, double mean, List<Comparison> comparisons) {
        return new SystemReport(
                name, "encoder", name.equals("baseline"), Map.of(), Map.of(metric, mean), List.of(mean), comparisons);
    }
}
