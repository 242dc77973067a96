package io.github.scimult.evaluation.trec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.evaluation.metric.RankingMetric;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How trec_eval orders equal scores, which queries it averages over, and which files it would misread. */
class TrecOrderTest {
    private static final RankingMetric MRR = RankingMetric.parse("recip_rank");

    @TempDir
    private Path folder;

    private static List<String> order(ScoredDocument... documents) {
        return new TrecRun(Map.of("q", List.of(documents)))
                .rankings().get("q").stream().map(ScoredDocument::id).toList();
    }

    @Test
    void theHigherScoreComesFirstAndOfEqualOnesTheGreaterId() {
        assertThat(order(
                        new ScoredDocument("a", 1),
                        new ScoredDocument("c", 2),
                        new ScoredDocument("b", 2),
                        new ScoredDocument("d", -1)))
                .containsExactly("c", "b", "a", "d");
    }

    @Test
    void idsAreComparedAsTextNotAsNumbers() {
        assertThat(order(new ScoredDocument("10", 1), new ScoredDocument("9", 1), new ScoredDocument("1", 1)))
                .containsExactly("9", "10", "1");
    }

    @Test
    void aNegativeZeroIsAZero() {
        assertThat(order(new ScoredDocument("a", 0f), new ScoredDocument("b", -0f)))
                .containsExactly("b", "a");
    }

    @Test
    void infiniteScoresStandAtTheEnds() {
        assertThat(order(
                        new ScoredDocument("low", Float.NEGATIVE_INFINITY),
                        new ScoredDocument("high", Float.POSITIVE_INFINITY),
                        new ScoredDocument("mid", 0)))
                .containsExactly("high", "mid", "low");
    }

    @Test
    void scoresThatDifferBeyondAFloatAreEqual() throws IOException {
        Path run = Files.writeString(folder.resolve("x.run"), "q Q0 a 1 1.00000000001 s\nq Q0 b 2 1.0 s\n");
        assertThat(TrecRun.read(run).rankings().get("q"))
                .extracting(ScoredDocument::id)
                .containsExactly("b", "a");
    }

    @Test
    void ranksInTheFileAreNotLookedAt() throws IOException {
        Path run = Files.writeString(folder.resolve("x.run"), "q Q0 a 1 0.1 s\nq Q0 b 2 0.9 s\n");
        assertThat(TrecRun.read(run).rankings().get("q"))
                .extracting(ScoredDocument::id)
                .containsExactly("b", "a");
    }

    @ParameterizedTest
    @CsvSource({"a, b", "a, aa", "'', a", "Z, a", "z, é", "é, 数", "数, 😀", "\uFFFD, 😀", "a😀, b"})
    void aTextIsBelowAnotherAsItsBytesAre(String lower, String upper) {
        assertThat(Utf8Order.ASCENDING.compare(lower, upper)).isNegative();
        assertThat(Utf8Order.ASCENDING.compare(upper, lower)).isPositive();
        byte[] below = lower.getBytes(StandardCharsets.UTF_8);
        byte[] above = upper.getBytes(StandardCharsets.UTF_8);
        assertThat(Arrays.compareUnsigned(below, above)).isNegative();
    }

    @Test
    void placesAreAPermutationInDescendingOrder() {
        assertThat(Utf8Order.descendingPlaces(new String[] {"b", "d", "a", "c"}))
                .containsExactly(2, 0, 3, 1);
        assertThat(Utf8Order.descendingPlaces(new String[0])).isEmpty();
    }

    @Test
    void theMeanLeavesOutQueriesWithoutRankingAndTheCompleteMeanCountsThemZero() {
        TrecQrels qrels = new TrecQrels(Map.of("q1", Map.of("a", 1), "q2", Map.of("b", 1)));
        TrecRun run = new TrecRun(
                Map.of("q1", List.of(new ScoredDocument("a", 1)), "unjudged", List.of(new ScoredDocument("a", 1))));
        TrecEvaluation evaluation = TrecEvaluation.of(qrels, run, List.of(MRR), 1);
        assertThat(evaluation.queries()).containsOnlyKeys("q1");
        assertThat(evaluation.mean().get(MRR)).isEqualTo(1);
        assertThat(evaluation.meanComplete().get(MRR)).isEqualTo(0.5, within(1e-12));
    }

    @Test
    void filesThatHaveNoQueryInCommonHaveAMeanOfZero() {
        TrecEvaluation nothing =
                TrecEvaluation.of(new TrecQrels(Map.of()), new TrecRun(Map.of("q", List.of())), List.of(MRR), 1);
        assertThat(nothing.mean().get(MRR)).isZero();
        assertThat(nothing.meanComplete().get(MRR)).isZero();
    }

    @Test
    void aQueryOfNothingRelevantCountsInTheMean() {
        TrecQrels qrels = new TrecQrels(Map.of("q1", Map.of("a", 1), "q2", Map.of("a", 0)));
        TrecRun run = new TrecRun(
                Map.of("q1", List.of(new ScoredDocument("a", 1)), "q2", List.of(new ScoredDocument("a", 1))));
        assertThat(TrecEvaluation.of(qrels, run, List.of(MRR), 1).mean().get(MRR))
                .isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource({
        "'q 0 d', 'expected 4 fields', 1",
        "'q 0 d 1 x', 'found 5', 1",
        "'q 0 d one', 'one', 1",
        "'q 0 d 1.0', '1.0', 1",
        "'q 0 d 99999999999', '99999999999', 1"
    })
    void judgementsThatTrecEvalWouldMisreadAreRefused(String line, String said, int number) throws IOException {
        Path file = Files.writeString(folder.resolve("x.qrels"), line + "\n");
        assertThatThrownBy(() -> TrecQrels.read(file))
                .isInstanceOf(BadDataException.class)
                .hasMessageContainingAll("x.qrels:" + number, said);
    }

    @ParameterizedTest
    @CsvSource({
        "'q Q0 d 1 0.5', 'expected 6 fields'",
        "'q Q0 d 1 NaN s', 'NaN'",
        "'q Q0 d 1 high s', 'high'",
        "'q Q0 d 1 0,5 s', '0,5'"
    })
    void rankingsThatTrecEvalWouldMisreadAreRefused(String line, String said) throws IOException {
        Path file = Files.writeString(folder.resolve("x.run"), "q Q0 e 1 0.9 s\n" + line + "\n");
        assertThatThrownBy(() -> TrecRun.read(file)).hasMessageContainingAll("x.run:2", said);
    }

    @Test
    void anIdWithBlanksIsOneFieldInEveryFile() throws IOException {
        Path file = folder.resolve("x.qrels");
        new TrecQrels(Map.of("a query", Map.of("tab\there", 2))).write(file);
        assertThat(Files.readString(file)).isEqualTo("a%20query 0 tab%09here 2\n");
        assertThat(TrecQrels.read(file).grades()).containsOnlyKeys("a%20query");
        Path run = folder.resolve("x.run");
        try (TrecRunWriter writer = new TrecRunWriter(run, "my system")) {
            writer.write("a query", List.of(new ScoredDocument("d\u00a01", 0.5f)));
            writer.commit();
        }
        assertThat(Files.readString(run)).isEqualTo("a%20query Q0 d\u00a01 1 0.5 my%20system\n");
    }

    @Test
    void aRunThatIsNotCommittedLeavesNoFile() throws IOException {
        Path run = folder.resolve("x.run");
        Files.writeString(run, "before");
        try (TrecRunWriter writer = new TrecRunWriter(run, "s")) {
            writer.write("q", List.of(new ScoredDocument("d", 1)));
        }
        assertThat(run).hasContent("before");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(run);
        }
    }

    @Test
    void emptyFilesHoldNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("empty"), "\n  \n");
        assertThat(TrecQrels.read(file).grades()).isEmpty();
        assertThat(TrecRun.read(file).rankings()).isEmpty();
    }
}
