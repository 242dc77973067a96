package io.github.scimult.model.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.model.dev.DevFigure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartSharesTest {
    private static final List<Double> SHARES = List.of(0.5, 0.75, 1.0);

    @Test
    void eachPartTakesTheShareThatIsClearlyBetter() {
        List<Blended> tried = new ArrayList<>();
        PartShares parts = new PartShares(List.of("attention", "feed-forward"), SHARES);
        Blended best = parts.fit(value(Shares.of(0.75)), tried, PartSharesTest::value);
        assertThat(best.shares()).isEqualTo(new Shares(0.75, Map.of("attention", 1.0, "feed-forward", 0.5)));
        assertThat(tried).hasSize(PartShares.measurements(2, 3));
    }

    @Test
    void onePartIsNotFittedAnew() {
        List<Blended> tried = new ArrayList<>();
        Blended start = value(Shares.of(0.5));
        assertThat(new PartShares(List.of("all"), SHARES).fit(start, tried, PartSharesTest::value))
                .isSameAs(start);
        assertThat(tried).isEmpty();
        assertThat(PartShares.measurements(1, 3)).isZero();
    }

    @Test
    void aDifferenceWithinTheStandardErrorMovesNothing() {
        List<Blended> tried = new ArrayList<>();
        PartShares parts = new PartShares(List.of("attention", "feed-forward"), SHARES);
        Blended best = parts.fit(noisy(Shares.of(0.75)), tried, PartSharesTest::noisy);
        assertThat(best.shares()).isEqualTo(Shares.of(0.75));
    }

    /** More of the attention and less of the feed-forward is better. */
    private static Blended value(Shares shares) {
        return blended(shares, shares.of("attention") - shares.of("feed-forward"), 0);
    }

    /** The same, but every other query loses what the others gain, many times over. */
    private static Blended noisy(Shares shares) {
        return blended(shares, shares.of("attention") - shares.of("feed-forward"), 1000);
    }

    private static Blended blended(Shares shares, double merit, double noise) {
        double value = 0.3 + 0.001 * merit;
        double[] perQuery = new double[100];
        Arrays.setAll(perQuery, query -> value + 0.001 * merit * noise * (query % 2 == 0 ? 1 : -1));
        List<DevFigure> figures = List.of(new DevFigure("a/link", "Recall@20", value, 0.2, 0.01, false, perQuery));
        return new Blended(shares, value, ShareChoice.gain(figures), figures);
    }
}
