package io.github.scimult.training.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.training.dev.DevResult;
import io.github.scimult.training.dev.DevScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PerGroupAlphaTest {
    private static final List<Double> SHARES = List.of(0.5, 0.75, 1.0);

    @Test
    void eachGroupTakesTheCoefficientThatIsClearlyBetter() {
        List<InterpolationResult> tried = new ArrayList<>();
        PerGroupAlpha parts = new PerGroupAlpha(List.of("attention", "feed-forward"), SHARES);
        InterpolationResult best = parts.select(value(Alphas.of(0.75)), tried, PerGroupAlphaTest::value);
        assertThat(best.alphas()).isEqualTo(new Alphas(0.75, Map.of("attention", 1.0, "feed-forward", 0.5)));
        assertThat(tried).hasSize(PerGroupAlpha.evaluations(2, 3));
    }

    @Test
    void oneGroupIsNotSelectedAnew() {
        List<InterpolationResult> tried = new ArrayList<>();
        InterpolationResult start = value(Alphas.of(0.5));
        assertThat(new PerGroupAlpha(List.of("all"), SHARES).select(start, tried, PerGroupAlphaTest::value))
                .isSameAs(start);
        assertThat(tried).isEmpty();
        assertThat(PerGroupAlpha.evaluations(1, 3)).isZero();
    }

    @Test
    void aDifferenceWithinTheStandardErrorMovesNothing() {
        List<InterpolationResult> tried = new ArrayList<>();
        PerGroupAlpha parts = new PerGroupAlpha(List.of("attention", "feed-forward"), SHARES);
        InterpolationResult best = parts.select(noisy(Alphas.of(0.75)), tried, PerGroupAlphaTest::noisy);
        assertThat(best.alphas()).isEqualTo(Alphas.of(0.75));
    }

    /** More of the attention and less of the feed-forward is better. */
    private static InterpolationResult value(Alphas shares) {
        return evaluated(shares, shares.of("attention") - shares.of("feed-forward"), 0);
    }

    /** The same, but every other query loses what the others gain, many times over. */
    private static InterpolationResult noisy(Alphas shares) {
        return evaluated(shares, shares.of("attention") - shares.of("feed-forward"), 1000);
    }

    private static InterpolationResult evaluated(Alphas shares, double merit, double noise) {
        double value = 0.3 + 0.001 * merit;
        double[] perQuery = new double[100];
        Arrays.setAll(perQuery, query -> value + 0.001 * merit * noise * (query % 2 == 0 ? 1 : -1));
        DevScore score = new DevScore("a", "link", "Recall@20", value, 0.2, 0.01, 100, false);
        return InterpolationResult.of(shares, List.of(new DevResult(score, perQuery)));
    }
}
