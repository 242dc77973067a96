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

class OutcomeTest {
    private static final String METRIC = "nDCG@10";

    @Test
    void theSentenceTellsGainsLossesAndWhatMayBeChance() {
        EvaluationReport report = report(
                task("classification", .748, .830, .05, .10),
                task("link", .487, .409, -.12, -.03),
                task("search", .764, .756, -.05, .03));
        assertThat(OutcomeSentence.of(report))
                .isEqualTo(
                        "On papers and searches that it was not trained on, training made tags (.748 → .830) better; "
                                + "training made papers to cite (.487 → .409) worse; for search results (.764 → .756) the "
                                + "difference may be chance.");
    }

    @Test
    void theSentenceOwnsUpWhereNothingIsBeyondChance() {
        EvaluationReport report =
                report(task("classification", .748, .751, -.02, .03), task("search", .764, .756, -.05, .03));
        assertThat(OutcomeSentence.of(report))
                .isEqualTo(
                        "On papers and searches that it was not trained on, training made no difference beyond chance "
                                + "for tags (.748 → .751) and search results (.764 → .756).");
    }

    @Test
    void theTableFitsEightyColumnsAndMarksWhatIsBeyondChance() {
        EvaluationReport report = report(
                task("classification", .748, .830, .05, .10),
                task("link", .487, .409, -.12, -.03),
                task("search", .764, .756, -.05, .03));
        String table = new OutcomeTable(report).render(new Style(80, false));
        assertThat(table.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(table)
                .contains(".830  +.082*")
                .contains(".409  −.078*")
                .contains(".756  −.008 ")
                .contains("papers to cite");
    }

    private static EvaluationReport report(TaskReport... tasks) {
        return new EvaluationReport("sample", "f", Split.TEST, EvaluationOptions.DEFAULTS, Map.of(), List.of(tasks));
    }

    private static TaskReport task(String name, double before, double after, double low, double high) {
        SystemReport base = system("base", before, List.of());
        Comparison difference = new Comparison("base", METRIC, after - before, low, high);
        SystemReport trained = system("trained", after, List.of(difference));
        return new TaskReport(name, "papers", 400, List.of(METRIC), List.of("q"), List.of(base, trained), 1);
    }

    private static SystemReport system(String name, double mean, List<Comparison> comparisons) {
        return new SystemReport(
                name, "encoder", name.equals("base"), Map.of(), Map.of(METRIC, mean), List.of(mean), comparisons);
    }
}
