package io.github.scimult.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.app.terminal.Durations;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, times and curves as reports and the terminal show them. */
class NumbersTest {
    @ParameterizedTest
    @CsvSource({"0.1624, 0.162", "1, 1.000", "0, 0.000", "NaN, –", "0.9996, 1.000"})
    void aScoreHasThreeDecimals(double value, String shown) {
        assertThat(Numbers.score(value)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0.049, +0.049", "-0.012, −0.012", "0, ±0.000", "0.0004, ±0.000", "-0.0004, ±0.000", "NaN, –"})
    void aDifferenceHasItsSign(double value, String shown) {
        assertThat(Numbers.difference(value)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "999, 999", "12345, '12,345'", "-1234, '-1,234'"})
    void countsAreInGroupsOfThree(long number, String shown) {
        assertThat(Numbers.count(number)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"950, 950", "999999, '999,999'", "1000000, 1.0 million", "22565376, 22.6 million"})
    void largeCountsAreRounded(long number, String shown) {
        assertThat(Numbers.roughly(number)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "42.4, 42 s",
        "119, 119 s",
        "120, 2 min",
        "1800, 30 min",
        "3600, 1 h",
        "3900, 1 h 5 min",
        "3599, 1 h"
    })
    void timesAreAsLongAsTheyNeedBe(double seconds, String shown) {
        assertThat(Numbers.duration(seconds)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "47.6, 48 s",
        "59.4, 59 s",
        "59.6, 1 min 00 s",
        "200, 3 min 20 s",
        "3599.4, 59 min 59 s",
        "3599.6, 1 h 00 min",
        "7500, 2 h 05 min"
    })
    void timesOnTheTerminalKeepTheirPlaces(double seconds, String shown) {
        assertThat(Durations.of(seconds)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"2.126, 2.13", "0.521, 0.52", "0, 0.00", "99.99, 99.99", "123.4, 123"})
    void aLossHasThreeDigits(double value, String shown) {
        assertThat(Numbers.loss(value)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.00003, 3.0e-5", "3e-12, 3.0e-12", "0.0012, 1.2e-3", "15, 1.5e+1"})
    void aVerySmallNumberHasItsPowerOfTen(double value, String shown) {
        assertThat(Numbers.tiny(value)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.2, 0",
        "0.2, 0.2, 0.2",
        "0.25, 0.05, 0.25",
        "0.00002, 0.00001, 2e-5",
        "3, 1, 3",
        "1500, 500, '1,500'",
        "10000, 5000, 10k"
    })
    void aMarkAtAnAxisIsToldFromItsNeighbours(double value, double spacing, String shown) {
        assertThat(Numbers.tick(value, spacing)).isEqualTo(shown);
    }

    private static Curve line(double... values) {
        return new Curve(
                "line",
                "c1",
                IntStream.range(0, values.length)
                        .mapToObj(x -> new Curve.Point(x, values[x]))
                        .toList());
    }

    @Test
    void whatIsNoNumberIsNotDrawn() {
        assertThat(line(1, Double.NaN, 2, Double.POSITIVE_INFINITY).points())
                .extracting(Curve.Point::y)
                .containsExactly(1.0, 2.0);
    }

    @Test
    void aSmoothedCurveHasItsPointsAndAConstantStaysOne() {
        Curve noisy = line(
                IntStream.range(0, 100).mapToDouble(x -> x % 2 == 0 ? 0 : 1).toArray());
        List<Curve.Point> smooth = noisy.smoothed().points();
        assertThat(smooth).hasSize(100);
        assertThat(smooth.get(50).y()).isBetween(0.4, 0.6);
        assertThat(line(2, 2, 2, 2).smoothed()).isEqualTo(line(2, 2, 2, 2));
        assertThat(line().smoothed().points()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 239, 240, 241, 1_000})
    void aThinnedCurveIsNeverLongerThanAPictureIsWide(int points) {
        Curve thin = line(new double[points]).thinned();
        assertThat(thin.points()).hasSize(Math.min(points, 240));
        assertThat(thin.points()).isSortedAccordingTo((a, b) -> Double.compare(a.x(), b.x()));
    }

    @Test
    void aChartOfNothingOfOnePointAndOfEqualValuesIsDrawn() {
        for (Curve curve : List.of(line(), line(0.5), line(0.5, 0.5), line(-1, 1), line(1e-9, 2e-9), line(1e9, 2e9))) {
            String html = new LineChart("<title>", "note & more", "step")
                    .curve(curve)
                    .level(0.25)
                    .mark(1)
                    .html();
            assertThat(html)
                    .contains("&lt;title&gt;", "note &amp; more", "<svg", "</svg>")
                    .doesNotContain("NaN", "Infinity", "<title><");
        }
    }

    @Test
    void linesThatStandBackHaveNoLegend() {
        String html = new LineChart("t", "", "x")
                .background(line(0, 1))
                .curve(line(1, 0))
                .fromZero()
                .html();
        assertThat(html).contains("faint");
    }
}
