package io.github.scimult.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the confidence interval of a difference says, on differences of which it is known. */
class BootstrapIntervalTest {
    private static final PairedBootstrap BOOTSTRAP = new PairedBootstrap(2_000, 0.95, 42);

    private static double[] normal(long seed, int queries, double mean) {
        Random random = new Random(seed);
        double[] values = new double[queries];
        Arrays.setAll(values, query -> mean + random.nextGaussian());
        return values;
    }

    private static ConfidenceInterval of(double... differences) {
        return BOOTSTRAP.difference(differences, new double[differences.length]);
    }

    @Test
    void equalSystemsDifferByExactlyNothing() {
        ConfidenceInterval interval = of(0, 0, 0, 0);
        assertThat(List.of(interval.difference(), interval.low(), interval.high()))
                .containsExactly(0.0, 0.0, 0.0);
    }

    @Test
    void aConstantGainHasAnIntervalOfNoWidth() {
        ConfidenceInterval interval = of(0.25, 0.25, 0.25);
        assertThat(List.of(interval.difference(), interval.low(), interval.high()))
                .containsExactly(0.25, 0.25, 0.25);
    }

    @Test
    void theMeanLiesInsideAndIsTheSamplesOwn() {
        ConfidenceInterval interval = of(1, 2, 3, 10);
        assertThat(interval.difference()).isCloseTo(4, within(1e-12));
        assertThat(interval.low()).isLessThan(4);
        assertThat(interval.high()).isGreaterThan(4);
    }

    @Test
    void theWidthIsAboutThatOfTheNormalApproximation() {
        double[] values = normal(1, 400, 0);
        ConfidenceInterval interval = of(values);
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / 400;
        double expected = 2 * 1.96 * Math.sqrt(variance / 400);
        assertThat(interval.high() - interval.low()).isCloseTo(expected, within(0.1 * expected));
    }

    @Test
    void ninetyFiveOfAHundredIntervalsHoldTheTruth() {
        int holding = 0;
        PairedBootstrap small = new PairedBootstrap(400, 0.95, 1);
        for (int trial = 0; trial < 200; trial++) {
            ConfidenceInterval interval = small.difference(normal(trial, 80, 0.3), new double[80]);
            holding += interval.low() <= 0.3 && interval.high() >= 0.3 ? 1 : 0;
        }
        assertThat(holding).isBetween(180, 198);
    }

    @Test
    void moreQueriesMakeItNarrowerAndMoreConfidenceWider() {
        ConfidenceInterval few = of(normal(2, 50, 0));
        ConfidenceInterval many = of(normal(2, 1_000, 0));
        assertThat(many.high() - many.low()).isLessThan((few.high() - few.low()) / 2);
        double[] values = normal(3, 50, 0);
        ConfidenceInterval sure = new PairedBootstrap(2_000, 0.99, 42).difference(values, new double[50]);
        ConfidenceInterval usual = of(values);
        assertThat(sure.low()).isLessThan(usual.low());
        assertThat(sure.high()).isGreaterThan(usual.high());
    }

    @Test
    void exchangedSystemsMirrorTheInterval() {
        double[] one = normal(4, 60, 1);
        double[] other = normal(5, 60, 0);
        ConfidenceInterval there = BOOTSTRAP.difference(one, other);
        ConfidenceInterval back = BOOTSTRAP.difference(other, one);
        assertThat(back.difference()).isCloseTo(-there.difference(), within(1e-12));
        assertThat(back.low()).isCloseTo(-there.high(), within(1e-9));
        assertThat(back.high()).isCloseTo(-there.low(), within(1e-9));
    }

    @Test
    void aQueryThatIsHardForBothSystemsDoesNotWidenIt() {
        double[] difficulty = normal(6, 100, 0);
        double[] base = Arrays.stream(difficulty).map(value -> 100 * value).toArray();
        double[] better = Arrays.stream(base).map(value -> value + 0.5).toArray();
        ConfidenceInterval interval = BOOTSTRAP.difference(better, base);
        assertThat(interval.low()).isCloseTo(0.5, within(1e-9));
        assertThat(interval.high()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void differencesThatAreGivenTogetherSeeTheSameDraws() {
        double[] one = normal(7, 40, 0);
        double[] doubled = Arrays.stream(one).map(value -> 2 * value).toArray();
        List<ConfidenceInterval> together = BOOTSTRAP.intervals(List.of(one, doubled));
        assertThat(together.get(1).low()).isCloseTo(2 * together.get(0).low(), within(1e-12));
        assertThat(together.get(0)).isEqualTo(of(one));
        assertThat(BOOTSTRAP.intervals(List.of())).isEmpty();
    }

    @Test
    void theDrawsFollowFromTheSeedAlone() {
        double[] values = normal(8, 30, 0);
        assertThat(of(values)).isEqualTo(of(values));
        assertThat(new PairedBootstrap(2_000, 0.95, 43).difference(values, new double[30]))
                .isNotEqualTo(of(values));
    }

    @Test
    void systemsOfDifferentQueriesCannotBePaired() {
        assertThatThrownBy(() -> BOOTSTRAP.difference(new double[3], new double[2]))
                .hasMessageContaining("measured on 3 and 2 queries");
        assertThatThrownBy(() -> BOOTSTRAP.intervals(List.of(new double[3], new double[2])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> of()).hasMessageContaining("there must be a query");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, 95, Double.NaN})
    void aConfidenceThatIsNoPartIsRefused(double confidence) {
        assertThatThrownBy(() -> new PairedBootstrap(1_000, confidence, 1)).hasMessageContaining("" + confidence);
    }

    @Test
    void tooFewDrawsAreRefused() {
        assertThatThrownBy(() -> new PairedBootstrap(99, 0.95, 1)).hasMessageContaining("at least 100 samples, not 99");
    }
}
