package io.github.scimult.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.task.Split;
import io.github.scimult.evaluation.Comparison;
import io.github.scimult.evaluation.EvaluationOptions;
import io.github.scimult.evaluation.EvaluationReport;
import io.github.scimult.evaluation.SystemReport;
import io.github.scimult.evaluation.TaskReport;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores, differences and intervals as a reader sees them in tables and pictures. */
class ReportTextTest {
    private static Comparison comparison(double difference, double low, double high) {
        return new Comparison("baseline", "MAP", difference, low, high, 0.01);
    }

    @ParameterizedTest
    @CsvSource({
        "0.262, .262",
        "1, 1.000",
        "0, .000",
        "0.9996, 1.000",
        "0.9994, .999",
        "-0.25, −.250",
        "-0.0004, .000",
        "12.5, 12.500",
        "-1, −1.000"
    })
    void aScoreHasThreeDecimalsAndNoLeadingZero(double value, String shown) {
        assertThat(ScoreText.value(value)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0.033, +.033", "-0.033, −.033", "0, ±.000", "0.0004, ±.000", "-0.0004, ±.000", "1.5, +1.500"})
    void aDifferenceHasASignUnlessItRoundsToNothing(double value, String shown) {
        assertThat(ScoreText.difference(value)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.05, 0.15, '+.100*'",
        "-0.1, -0.15, -0.05, '−.100*'",
        "0.1, -0.05, 0.25, '+.100 '",
        "0.1, 0, 0.2, '+.100 '",
        "0, 0, 0, '±.000 '"
    })
    void theStarSaysThatTheIntervalExcludesZero(double difference, double low, double high, String shown) {
        assertThat(ScoreText.starred(comparison(difference, low, high))).isEqualTo(shown);
    }

    @Test
    void anIntervalShowsBothBoundsWithTheirSigns() {
        assertThat(ScoreText.interval(comparison(0.1, -0.05, 0.25))).isEqualTo("[−.050, +.250]");
    }

    @ParameterizedTest
    @CsvSource({"1, 5, '1 query, each ranking 5 labels'", "2288, 12345, '2,288 queries, each ranking 12,345 labels'"})
    void theSizeOfATaskCountsQueriesAndCandidates(int queries, int candidates, String shown) {
        List<String> ids = Collections.nCopies(queries, "q");
        TaskReport task =
                new TaskReport("classification", "labels", candidates, List.of("P@1"), ids, List.of(), List.of(), 1);
        assertThat(ScoreText.size(task)).isEqualTo(shown);
    }

    @Test
    void theNoteUnderATableSaysHowIntervalsWereMade() {
        assertThat(ScoreText.starNote(report()))
                .contains("95 % confidence interval", "2,000 samples", "excludes 0.")
                .doesNotContain("Holm");
    }

    @Test
    void theNoteOfSeveralModelsNamesTheCorrection() {
        assertThat(ScoreText.starNote(report(model("one"), model("two"))))
                .contains("p ≤ .05 after Holm's correction for all differences of a table");
        assertThat(ScoreText.starNote(report(model("one")))).doesNotContain("Holm");
    }

    @Test
    void aCorrectedProbabilityTakesTheStarAway() {
        assertThat(ScoreText.starred(new Comparison("baseline", "MAP", 0.1, 0.05, 0.15, 0.051)))
                .isEqualTo("+.100 ");
    }

    private static SystemReport model(String name) {
        return new SystemReport(name, "encoder", false, Map.of(), Map.of("P@1", 0.5), List.of(0.5), List.of());
    }

    private static EvaluationReport report(SystemReport... systems) {
        TaskReport task =
                new TaskReport("link", "papers", 5, List.of("P@1"), List.of("q"), List.of(systems), List.of(), 1);
        return new EvaluationReport("c", "f", Split.TEST, EvaluationOptions.DEFAULTS, Map.of(), List.of(task));
    }

    @Test
    void columnsAreAsWideAsTheirWidestCellWhateverItsStyle() {
        TextTable table = new TextTable().column("", true).column("MAP", false);
        table.row(List.of("baseline", ".1"));
        table.row(List.of("fine-tuned", "\u001b[1m.25\u001b[0m"));
        assertThat(table.render().lines().map(line -> line.replaceAll("\u001b\\[[0-9;]*m", "")))
                .containsExactly("              MAP", "  ───────────────", "  baseline     .1", "  fine-tuned  .25");
    }

    @Test
    void charactersOutsideTheBasicPlaneAreOneCell() {
        assertThat(TextTable.length("a😀b")).isEqualTo(3);
        assertThat(TextTable.length("\u001b[2mdim\u001b[0m")).isEqualTo(3);
        assertThat(TextTable.length("")).isZero();
    }

    @Test
    void columnsOfAGroupStandUnderItsName() {
        TextTable table = new TextTable()
                .column("", true)
                .column("Recall", "@50", false)
                .column("Recall", "@100", false)
                .column("MRR", false);
        table.row(List.of("a", ".1", ".2", ".3"));
        List<String> lines = table.render().lines().toList();
        assertThat(lines.get(0)).isEqualTo("     Recall");
        assertThat(lines.get(1)).isEqualTo("     @50  @100  MRR");
    }

    @Test
    void aRowOfTooFewCellsIsAMistake() {
        TextTable table = new TextTable().column("", true).column("MAP", false);
        assertThatThrownBy(() -> table.row(List.of("a"))).hasMessageContaining("1 cells in a table of 2 columns");
    }

    @Test
    void theWidthCountsIndentCellsAndGaps() {
        TextTable table = new TextTable().column("name", true);
        assertThat(table.widthWith(0)).isEqualTo(2 + 4 + 2);
        assertThat(table.widthWith(10)).isEqualTo(table.widthWith(0) + 10);
    }

    @Test
    void aPictureReachesAsFarAsItsFarthestBound() {
        IntervalChart chart = IntervalChart.of(List.of(comparison(0.1, -0.4, 0.2), comparison(0, -0.1, 0.1)));
        assertThat(chart.reach()).isEqualTo(0.4);
        assertThat(IntervalChart.of(List.of()).reach()).isEqualTo(1);
        assertThat(IntervalChart.of(List.of(comparison(0, 0, 0))).reach()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0.2, 0.1, 0.3, better", "-0.2, -0.3, -0.1, worse", "0.2, -0.1, 0.5, even", "-0.2, -0.5, 0.1, even"})
    void aPictureIsColouredByWhatTheIntervalSays(double difference, double low, double high, String side) {
        assertThat(new IntervalChart(1).draw(comparison(difference, low, high)))
                .contains("class=\"" + side + "\"")
                .doesNotContain(",0\""); // a decimal point in every locale
    }

    @Test
    void aTableNeedsRoom() {
        assertThatThrownBy(() -> new ReportTable(39, false)).hasMessageContaining("at least 40 columns, not 39");
    }
}
