package io.github.scimult.training.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.training.dev.DevResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PerGroupAlphaTest {
    private static final List<Double> SHARES = List.of(0.5, 0.75, 1.0);

    @Test
    void eachPartTakesTheShareThatIsClearlyBetter() {
        List<InterpolationResult> tried = new ArrayList<>();
        PerGroupAlpha parts = new PerGroupAlpha(List.of("attention", "feed-forward"), SHARES);
        InterpolationResult best = parts.fit(value(Alphas.of(0.75)), tried, PerGroupAlphaTest::value);
        assertThat(best.shares()).isEqualTo(new Alphas(0.75, Map.of("attention", 1.0, "feed-forward", 0.5)));
        assertThat(tried).hasSize(PerGroupAlpha.measurements(2, 3));
    }

    @Test
    void onePartIsNotFittedAnew() {
        List<InterpolationResult> tried = new ArrayList<>();
        InterpolationResult start = value(Alphas.of(0.5));
        assertThat(new PerGroupAlpha(List.of("all"), SHARES).fit(start, tried, PerGroupAlphaTest::value))
                .isSameAs(start);
        assertThat(tried).isEmpty();
        assertThat(PerGroupAlpha.measurements(1, 3)).isZero();
    }

    @Test
    void aDifferenceWithinTheStandardErrorMovesNothing() {
        List<InterpolationResult> tried = new ArrayList<>();
        PerGroupAlpha parts = new PerGroupAlpha(List.of("attention", "feed-forward"), SHARES);
        InterpolationResult best = parts.fit(noisy(Alphas.of(0.75)), tried, PerGroupAlphaTest::noisy);
        assertThat(best.shares()).isEqualTo(Alphas.of(0.75));
    }

    /** More of the attention and less of the feed-forward is better. */
    private static InterpolationResult value(Alphas shares) {
        return blended(shares, shares.of("attention") - shares.of("feed-forward"), 0);
    }

    /** The same, but every other query loses what the others gain, many times over. */
    private static InterpolationResult noisy(Alphas shares) {
        return blended(shares, shares.of("attention") - shares.of("feed-forward"), 1000);
    }

    private static InterpolationResult blended(Alphas shares, double merit, double noise) {
        double value = 0.3 + 0.001 * merit;
        double[] perQuery = new double[100];
        Arrays.setAll(perQuery, query -> value + 0.001 * merit * noise * (query % 2 == 0 ? 1 : -1));
        List<DevResult> figures = List.of(new DevResult("a/link", "Recall@20", value, 0.2, 0.01, false, perQuery));
        return new InterpolationResult(shares, value, AlphaSelection.gain(figures), figures);
    }
}
