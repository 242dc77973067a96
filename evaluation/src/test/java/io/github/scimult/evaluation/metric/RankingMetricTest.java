package io.github.scimult.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.evaluation.metric.RankingMetric.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every metric against tables that were worked out by hand from its definition. */
class RankingMetricTest {
    private static final int U = JudgedRanking.UNJUDGED;

    /** Relevant at ranks 1, 3 and 6; one irrelevant at 2; five relevant in all, three judged irrelevant. */
    private static final JudgedRanking MIXED =
            new JudgedRanking(new int[] {1, 0, 1, U, U, 1, 0}, new int[] {1, 1, 1, 1, 1, 0, 0, 0});

    /** Grades 3, 2, 0, 1 retrieved in the order 1, 3, 0; the 2 is missed. */
    private static final JudgedRanking GRADED = new JudgedRanking(new int[] {1, 3, 0}, new int[] {3, 2, 0, 1});

    private static final JudgedRanking NOTHING_RETRIEVED = new JudgedRanking(new int[0], new int[] {1, 0, 2});
    private static final JudgedRanking NOTHING_RELEVANT = new JudgedRanking(new int[] {0, U, 0}, new int[] {0, 0});
    private static final JudgedRanking NOTHING_JUDGED = new JudgedRanking(new int[] {U, U}, new int[0]);
    private static final JudgedRanking PERFECT = new JudgedRanking(new int[] {1, 1, 0}, new int[] {1, 1, 0});
    private static final JudgedRanking REVERSED = new JudgedRanking(new int[] {0, 1, 1}, new int[] {1, 1, 0});

    private static double value(String metric, JudgedRanking ranking) {
        return RankingMetric.parse(metric).of(ranking);
    }

    /** The cases by name, as the tables below name them. */
    private static JudgedRanking ranking(String name) {
        return switch (name) {
            case "mixed" -> MIXED;
            case "graded" -> GRADED;
            case "empty" -> NOTHING_RETRIEVED;
            case "irrelevant" -> NOTHING_RELEVANT;
            case "unjudged" -> NOTHING_JUDGED;
            case "perfect" -> PERFECT;
            case "reversed" -> REVERSED;
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest(name = "{0} of {1}: {2} / {3}")
    @CsvSource({
        "num_ret, mixed, 7, 1",
        "num_rel, mixed, 5, 1",
        "num_rel_ret, mixed, 3, 1",
        "P_1, mixed, 1, 1",
        "P_2, mixed, 1, 2",
        "P_5, mixed, 2, 5",
        "P_10, mixed, 3, 10",
        "recall_1, mixed, 1, 5",
        "recall_3, mixed, 2, 5",
        "recall_6, mixed, 3, 5",
        "recall_100, mixed, 3, 5",
        "success_1, mixed, 1, 1",
        "recip_rank, mixed, 1, 1",
        "Rprec, mixed, 2, 5",
        "num_ret, empty, 0, 1",
        "num_rel, empty, 2, 1",
        "num_rel_ret, empty, 0, 1",
        "P_5, empty, 0, 1",
        "recall_5, empty, 0, 1",
        "map, empty, 0, 1",
        "ndcg, empty, 0, 1",
        "recip_rank, empty, 0, 1",
        "Rprec, empty, 0, 1",
        "bpref, empty, 0, 1",
        "success_5, empty, 0, 1",
        "map, irrelevant, 0, 1",
        "ndcg, irrelevant, 0, 1",
        "recall_5, irrelevant, 0, 1",
        "Rprec, irrelevant, 0, 1",
        "bpref, irrelevant, 0, 1",
        "recip_rank, irrelevant, 0, 1",
        "num_ret, irrelevant, 3, 1",
        "map, unjudged, 0, 1",
        "ndcg_cut_5, unjudged, 0, 1",
        "recall_1, unjudged, 0, 1",
        "P_2, unjudged, 0, 1",
        "bpref, unjudged, 0, 1",
        "map, perfect, 1, 1",
        "ndcg, perfect, 1, 1",
        "ndcg_cut_1, perfect, 1, 1",
        "bpref, perfect, 1, 1",
        "Rprec, perfect, 1, 1",
        "P_3, perfect, 2, 3",
        "recip_rank, reversed, 1, 2",
        "P_1, reversed, 0, 1",
        "Rprec, reversed, 1, 2",
        "success_1, reversed, 0, 1",
        "success_2, reversed, 1, 1",
        "bpref, reversed, 0, 1"
    })
    void itIsTheQuotientWorkedOutByHand(String metric, String ranking, double above, double below) {
        assertThat(value(metric, ranking(ranking))).isCloseTo(above / below, within(1e-12));
    }

    @Test
    void averagePrecisionIsTheMeanPrecisionAtTheRelevant() {
        // precisions 1/1, 2/3 and 3/6 over the five that are relevant
        assertThat(value("map", MIXED)).isCloseTo((1 + 2.0 / 3 + 0.5) / 5, within(1e-12));
        assertThat(value("map_cut_3", MIXED)).isCloseTo((1 + 2.0 / 3) / 5, within(1e-12));
        assertThat(value("map_cut_1000", MIXED)).isEqualTo(value("map", MIXED));
        // precisions 1/2 and 2/3 over two
        assertThat(value("map", REVERSED)).isCloseTo((0.5 + 2.0 / 3) / 2, within(1e-12));
    }

    @Test
    void discountedGainComparesWithTheIdealRankingOfAllThatIsJudged() {
        double gain = 1 + 3 / log2(3);
        double ideal = 3 + 2 / log2(3) + 1 / log2(4);
        assertThat(value("ndcg", GRADED)).isCloseTo(gain / ideal, within(1e-12));
        assertThat(value("ndcg_cut_1", GRADED)).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(value("ndcg_cut_2", GRADED)).isCloseTo(gain / (3 + 2 / log2(3)), within(1e-12));
        assertThat(value("ndcg_cut_10", GRADED)).isEqualTo(value("ndcg", GRADED));
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    @Test
    void preferenceCountsTheJudgedIrrelevantAboveEachRelevant() {
        // R = 5, N = 3: above the relevant at rank 1 stands none, above those at 3 and 6 one
        assertThat(value("bpref", MIXED)).isCloseTo((1 + (1 - 1.0 / 3) * 2) / 5, within(1e-12));
    }

    @Test
    void negativeGradesAreNeitherGainNorJudgedIrrelevant() {
        JudgedRanking ranking = new JudgedRanking(new int[] {-1, 2}, new int[] {-1, 2});
        assertThat(value("ndcg", ranking)).isCloseTo(1 / log2(3), within(1e-12));
        assertThat(value("bpref", ranking)).isEqualTo(1);
        assertThat(ranking.judgedIrrelevant()).isZero();
    }

    @Test
    void aHigherRelevanceLevelLeavesLowerGradesIrrelevant() {
        JudgedRanking strict = new JudgedRanking(GRADED.retrieved(), GRADED.judged(), 2);
        assertThat(value("num_rel", strict)).isEqualTo(2);
        assertThat(value("P_1", strict)).isZero();
        assertThat(value("recip_rank", strict)).isEqualTo(0.5);
        assertThat(value("ndcg", strict)).isEqualTo(value("ndcg", GRADED));
        assertThatThrownBy(() -> new JudgedRanking(new int[0], new int[0], 0))
                .hasMessageContaining("relevance level is at least 1, not 0");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindHasANameThatReadsBack(Kind kind) {
        RankingMetric metric = needsCutoff(kind) ? RankingMetric.at(kind, 20) : RankingMetric.of(kind);
        assertThat(RankingMetric.parse(metric.trecName())).isEqualTo(metric);
        assertThat(metric.displayName()).isNotBlank();
    }

    private static boolean needsCutoff(Kind kind) {
        return List.of(Kind.MAP_CUT, Kind.NDCG_CUT, Kind.PRECISION, Kind.RECALL, Kind.SUCCESS)
                .contains(kind);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aCutoffWhereNoneBelongsAndNoneWhereOneDoesAreRefused(Kind kind) {
        assertThatThrownBy(() -> new RankingMetric(kind, needsCutoff(kind) ? 0 : 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        needsCutoff(kind) ? "needs a cutoff of at least 1, not 0" : "has no cutoff, but 5");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindOfShareLiesBetweenZeroAndOneAndNeverOnNothing(Kind kind) {
        RankingMetric metric = needsCutoff(kind) ? RankingMetric.at(kind, 2) : RankingMetric.of(kind);
        boolean isCount = kind.name().startsWith("NUM_");
        for (JudgedRanking ranking :
                List.of(MIXED, GRADED, NOTHING_RETRIEVED, NOTHING_RELEVANT, NOTHING_JUDGED, PERFECT, REVERSED)) {
            double value = metric.of(ranking);
            assertThat(value).isFinite().isNotNegative();
            assertThat(isCount || value <= 1).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"recall", "recall_", "recall_0", "recall_-5", "recall_1e3", "map_20", "ndcg@10", "MAP", ""})
    void unknownNamesAreRefusedWithTheKnownOnes(String name) {
        assertThatThrownBy(() -> RankingMetric.parse(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown measure '" + name + "'")
                .hasMessageContaining("ndcg_cut_K");
    }

    @ParameterizedTest
    @CsvSource({
        "recall_20, Recall@20",
        "ndcg_cut_10, nDCG@10",
        "map, MAP",
        "map_cut_100, MAP@100",
        "recip_rank, MRR",
        "P_5, P@5",
        "Rprec, R-Prec",
        "success_1, Success@1",
        "num_rel_ret, num rel ret"
    })
    void tablesShowTheUsualName(String trecName, String shown) {
        assertThat(RankingMetric.parse(trecName).displayName()).isEqualTo(shown);
    }

    @Test
    void movingARelevantDocumentUpNeverLowersAMetric() {
        int[] judged = {2, 1, 1, 0, 0, 0};
        int[] order = {0, 1, 0, 2, 0, 1};
        for (int from = 1; from < order.length; from++) {
            if (order[from] == 0 || order[from - 1] >= order[from]) {
                continue;
            }
            int[] better = order.clone();
            better[from] = order[from - 1];
            better[from - 1] = order[from];
            for (String metric : new String[] {"map", "ndcg", "ndcg_cut_3", "recip_rank", "P_2", "recall_3", "bpref"}) {
                assertThat(value(metric, new JudgedRanking(better, judged)))
                        .as(metric + " with rank " + from + " moved up")
                        .isGreaterThanOrEqualTo(value(metric, new JudgedRanking(order, judged)));
            }
        }
    }

    @Test
    void fewerResultsThanTheCutoffCountAsMissing() {
        JudgedRanking one = new JudgedRanking(new int[] {1}, new int[] {1, 1, 1, 1});
        assertThat(Stream.of("P_10", "recall_10", "map", "Rprec").map(metric -> value(metric, one)))
                .containsExactly(0.1, 0.25, 0.25, 0.25);
        double ideal =
                Arrays.stream(new double[] {1, 1 / log2(3), 0.5, 1 / log2(5)}).sum();
        assertThat(value("ndcg_cut_10", one)).isCloseTo(1 / ideal, within(1e-12));
    }
}
