package io.github.scimult.app.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.core.storage.BadDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scores that a recipe is expected to reach, what of them has moved, and the tables that show them. */
class ExpectedScoresTest {
    @TempDir
    private Path recipe;

    private static RecipeRow row(String run, String task, double mean, double steps) {
        return new RecipeRow(run, task, "Recall@20", 10, mean, 0, 1, steps, "");
    }

    @Test
    void whatWasRecordedHasNotMoved() throws IOException {
        assertThat(ExpectedScores.areThere(recipe)).isFalse();
        List<RecipeRow> rows = List.of(row("apart", "vis/link", 0.51234, 100), row("apart", "vis/search", 0.4, 100));
        ExpectedScores.record(recipe, rows);
        assertThat(ExpectedScores.areThere(recipe)).isTrue();
        assertThat(ExpectedScores.drift(recipe, rows, 0.0001)).isEmpty();
        assertThat(ExpectedScores.otherSteps(recipe, rows)).isEmpty();
    }

    @Test
    void whatMovedBeyondTheToleranceIsSaidWithBothValues() throws IOException {
        ExpectedScores.record(recipe, List.of(row("apart", "vis/link", 0.5, 100)));
        assertThat(ExpectedScores.drift(recipe, List.of(row("apart", "vis/link", 0.46, 100)), 0.02))
                .containsExactly("apart, vis/link: 0.460, expected 0.500 (-0.040, more than 0.020)");
        assertThat(ExpectedScores.drift(recipe, List.of(row("apart", "vis/link", 0.515, 100)), 0.02))
                .isEmpty();
    }

    @Test
    void aScoreThatIsNoNumberHasMoved() throws IOException {
        ExpectedScores.record(recipe, List.of(row("apart", "vis/link", 0.5, 100)));
        assertThat(ExpectedScores.drift(recipe, List.of(row("apart", "vis/link", Double.NaN, 100)), 0.02))
                .hasSize(1);
    }

    @Test
    void whatNobodyExpectedIsSaidToo() throws IOException {
        ExpectedScores.record(recipe, List.of(row("apart", "vis/link", 0.5, 100)));
        assertThat(ExpectedScores.drift(recipe, List.of(row("new", "vis/link", 0.5, 1)), 0.02))
                .containsExactly("new, vis/link: 0.500; nothing was expected");
    }

    @Test
    void recordingSomeRunsKeepsTheOthers() throws IOException {
        ExpectedScores.record(recipe, List.of(row("a", "vis/link", 0.5, 100), row("b", "vis/link", 0.6, 100)));
        ExpectedScores.record(recipe, List.of(row("b", "vis/link", 0.7, 100)));
        assertThat(ExpectedScores.drift(
                        recipe, List.of(row("a", "vis/link", 0.5, 100), row("b", "vis/link", 0.7, 100)), 0.001))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100, 114, false", "100, 116, true", "100, 84, true", "0, 50, false", "100, 100, false"})
    void clearlyMoreOrFewerStepsAreSaid(double recorded, double now, boolean said) throws IOException {
        ExpectedScores.record(recipe, List.of(row("a", "vis/link", 0.5, recorded)));
        List<String> lines = ExpectedScores.otherSteps(recipe, List.of(row("a", "vis/link", 0.5, now)));
        assertThat(lines).hasSize(said ? 1 : 0);
        assertThat(String.join("", lines)).contains(said ? "steps, where the expected scores are of 100" : "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"a\": 5}"})
    void aDamagedFileIsRefusedByItsName(String content) throws IOException {
        Files.writeString(recipe.resolve("expected.json"), content);
        assertThatThrownBy(() -> ExpectedScores.drift(recipe, List.of(), 0.1))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("expected.json");
    }

    @ParameterizedTest
    @CsvSource({"'0.5', 0", "'0.4,0.6', 0.1414213562", "'1,2,3', 1", "'', 0"})
    void theDeviationBetweenSeedsIsThatOfASample(String values, double deviation) {
        List<Double> all = Stream.of(values.split(","))
                .filter(value -> !value.isEmpty())
                .map(Double::valueOf)
                .toList();
        assertThat(RecipeRow.deviation(all)).isCloseTo(deviation, within(1e-9));
    }

    @Test
    void aRowIsOfAtLeastOneSeed() {
        assertThatThrownBy(() -> new RecipeRow("a", "vis/link", "MAP", 1, 0, 0, 0, 0, ""))
                .hasMessageContaining("at least one seed, not 0");
    }

    @ParameterizedTest
    @CsvSource({"0.5, .500", "1, 1.000", "0, .000", "-0.25, -0.250"})
    void tablesLeaveTheLeadingZeroOut(double value, String shown) {
        assertThat(RecipeTable.fraction(value)).isEqualTo(shown);
    }

    @Test
    void aRunThatLacksATaskHasADashThere() {
        String table = RecipeSummary.markdown(
                List.of(
                        row("base", "vis/link", 0.1, 0),
                        row("base", "vis/search", 0.2, 0),
                        row("apart", "vis/link", 0.3, 40)),
                Set.of("vis"));
        assertThat(table.lines().toList())
                .containsExactly(
                        "|  | steps | link (vis) | search (vis) |",
                        "|---|---|---|---|",
                        "| base | – | .100 | .200 |",
                        "| apart | 40 | .300 | – |");
    }
}
