package io.github.scimult.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.core.task.TaskFamily;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scores of classifications against values worked out by hand, and what each task is scored by. */
class ClassificationScoresTest {
    private static final Offset<Double> EXACT = within(1e-12);

    @Test
    void oneLabelAPaperByHand() {
        // class 0: 2 right of 3, predicted 2; class 1: 1 right of 1, predicted 2; class 2 occurs nowhere
        SingleLabelScores scores = SingleLabelScores.of(new int[] {0, 0, 0, 1}, new int[] {0, 0, 1, 1}, 3);
        assertThat(scores.accuracy()).isCloseTo(0.75, EXACT);
        assertThat(scores.microF1()).isCloseTo(0.75, EXACT);
        assertThat(scores.macroF1()).isCloseTo((0.8 + 2.0 / 3) / 2, EXACT);
        assertThat(scores.macroF1OverAllClasses()).isCloseTo((0.8 + 2.0 / 3) / 3, EXACT);
    }

    @Test
    void severalLabelsAPaperByHand() {
        int[][] gold = {{0, 1}, {1}, {}};
        int[][] predicted = {{0}, {1, 2}, {}};
        MultiLabelScores scores = MultiLabelScores.of(gold, predicted, 3);
        // hits 2 of 3 to be given and 3 given; labels 0: 1/1/1, 1: 1 of 2 and 1, 2: 0 of 0 and 1
        assertThat(scores.microF1()).isCloseTo(2.0 * 2 / 6, EXACT);
        assertThat(scores.macroF1()).isCloseTo((1 + 2.0 / 3 + 0) / 3, EXACT);
        assertThat(scores.weightedF1()).isCloseTo((1 + 2 * 2.0 / 3) / 3, EXACT);
        assertThat(scores.samplesF1()).isCloseTo((2.0 / 3 + 2.0 / 3 + 0) / 3, EXACT);
        assertThat(scores.subsetAccuracy()).isCloseTo(1.0 / 3, EXACT);
    }

    @Test
    void nothingGivenAndNothingToGiveIsZeroNotNotANumber() {
        MultiLabelScores scores = MultiLabelScores.of(new int[][] {{}}, new int[][] {{}}, 2);
        assertThat(new double[] {scores.microF1(), scores.macroF1(), scores.weightedF1(), scores.samplesF1()})
                .containsExactly(0, 0, 0, 0);
        assertThat(scores.subsetAccuracy()).isEqualTo(1);
    }

    @Test
    void predictionsForOtherPapersOrNoneAreRefused() {
        assertThatThrownBy(() -> SingleLabelScores.of(new int[2], new int[1], 1))
                .hasMessageContaining("as many predictions as gold labels")
                .hasMessageContaining("1 and 2");
        assertThatThrownBy(() -> MultiLabelScores.of(new int[0][], new int[0][], 1))
                .hasMessageContaining("at least one: 0 and 0");
    }

    @Test
    void labelsAboveAThresholdDoNotIncludeThoseAtIt() {
        assertThat(MultiLabelScores.above(new float[] {0.5f, 0.2f, 0.9f, Float.NaN, 0.50001f}, 0.5f))
                .containsExactly(2, 4);
        assertThat(MultiLabelScores.above(new float[0], 0)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TaskFamily.class)
    void everyFamilyIsScoredByItsOwnMetricFirst(TaskFamily family) {
        TaskMetrics metrics = TaskMetrics.of(family, false);
        String expected = family == TaskFamily.SEARCH ? "nDCG@10" : "Recall@20";
        assertThat(metrics.primary().name()).isEqualTo(expected);
        assertThat(metrics.metrics()).doesNotHaveDuplicates().allMatch(metric -> !metric.namesFirst());
    }

    @Test
    void matchingNamesDoubleTheMetricsOfClassificationAlone() {
        int plain = TaskMetrics.of(TaskFamily.CLASSIFICATION, false).metrics().size();
        List<Metric> matched = TaskMetrics.of(TaskFamily.CLASSIFICATION, true).metrics();
        assertThat(matched).hasSize(2 * plain);
        assertThat(matched.getLast().name()).isEqualTo("MRR (names)");
        assertThat(TaskMetrics.of(TaskFamily.LINK, true)).isEqualTo(TaskMetrics.of(TaskFamily.LINK, false));
    }

    @Test
    void noMetricsAreRefused() {
        assertThatThrownBy(() -> new TaskMetrics(List.of())).hasMessageContaining("needs a metric");
    }
}
