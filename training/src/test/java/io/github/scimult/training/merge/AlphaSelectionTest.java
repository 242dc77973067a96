package io.github.scimult.training.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.training.dev.DevResult;
import io.github.scimult.training.dev.DevScore;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlphaSelectionTest {
    @Test
    void ofCoefficientsThatDevCannotTellApartTheSmallestIsChosen() {
        assertThat(chosen(tried(0.5, 0.300), tried(0.75, 0.318), tried(1, 0.320)))
                .isEqualTo(0.75);
        assertThat(chosen(tried(0.5, 0.315), tried(0.75, 0.318), tried(1, 0.320)))
                .isEqualTo(0.5);
        assertThat(chosen(tried(0.5, 0.22), tried(0.75, 0.25), tried(1, 0.3))).isEqualTo(1);
    }

    @Test
    void aScoreCountsByItsGainRelativeToTheBaseline() {
        List<DevResult> results = List.of(
                result("a", "classification", 0.24, 0.16),
                result("b", "classification", 0.4, 0.4),
                result("a", "link", 0.9, 1));
        assertThat(AlphaSelection.gain(results)).isCloseTo((0.5 / 2 - 0.1) / 2, within(1e-12));
    }

    @Test
    void heldOutCollectionsSelectNothing() {
        DevResult inside = result("a", "link", 0.3, 0.2);
        DevResult outside =
                new DevResult(new DevScore("b", "link", "Recall@20", 0.1, 0.4, 0.01, 1, true), new double[] {0.1});
        assertThat(AlphaSelection.gain(List.of(inside, outside))).isEqualTo(AlphaSelection.gain(List.of(inside)));
    }

    @Test
    void aBaselineNearZeroDoesNotDecideAlone() {
        assertThat(AlphaSelection.gain(List.of(result("a", "link", 0.02, 0.001))))
                .isCloseTo(0.19, within(1e-12));
    }

    /** Shares half a unit apart differ with a standard error of 0.01: half of the queries gain, half of them lose. */
    private static InterpolationResult tried(double share, double value) {
        double[] perQuery = new double[100];
        Arrays.setAll(perQuery, query -> value + share * (query % 2 == 0 ? 0.2 : -0.2));
        DevResult figure =
                new DevResult(new DevScore("a", "link", "Recall@20", value, 0.2, 0.01, 100, false), perQuery);
        return InterpolationResult.of(Alphas.of(share), List.of(figure));
    }

    private static double chosen(InterpolationResult... tried) {
        return AlphaSelection.choose(List.of(tried)).alphas().whole();
    }

    private static DevResult result(String collection, String task, double value, double baseline) {
        return new DevResult(
                new DevScore(collection, task, "Recall@20", value, baseline, 0.01, 1, false), new double[] {value});
    }
}
