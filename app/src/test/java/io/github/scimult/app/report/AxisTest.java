package io.github.scimult.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class AxisTest {

    private static List<String> labels(boolean fromZero, double... values) {
        Axis axis = Axis.rounded(DoubleStream.of(values), fromZero, 100, 0);
        return axis.marks().stream().map(axis::label).toList();
    }

    @Test
    void marksAreRoundNumbersAroundTheValues() {
        assertThat(labels(false, 0.162, 0.231)).containsExactly("0.16", "0.18", "0.20", "0.22", "0.24");
        assertThat(labels(true, 6100, 7100)).containsExactly("0", "2k", "4k", "6k", "8k");
        assertThat(labels(true, 1e-5, 1e-4)).containsExactly("0", "5e-5", "1e-4");
        assertThat(labels(false, -0.03, 0.06)).containsExactly("−0.05", "0", "0.05", "0.10");
    }

    @Test
    void valuesThatDoNotDifferHaveAnAxisToo() {
        assertThat(labels(false, 0.3, 0.3)).contains("0.30");
        assertThat(labels(true, 0, 0)).contains("0");
        assertThat(labels(false)).isNotEmpty();
    }

    @Test
    void everyValueLiesWithinThePicture() {
        Random random = new Random(3);
        for (int round = 0; round < 1000; round++) {
            double scale = Math.pow(10, random.nextInt(-9, 9));
            double[] values = random.doubles(2, -scale, scale).toArray();
            Axis axis = Axis.rounded(DoubleStream.of(values), random.nextBoolean(), 100, 0);
            for (double value : values) {
                assertThat(axis.at(value)).isBetween(-0.001, 100.001);
            }
            assertThat(axis.marks()).hasSizeBetween(2, 7);
        }
    }

    @Test
    void aLongCurveIsThinnedAndKeepsItsMean() {
        List<Curve.Point> points = DoubleStream.iterate(0, x -> x + 1)
                .limit(10_000)
                .mapToObj(x -> new Curve.Point(x, Math.sin(x)))
                .toList();
        Curve thin = new Curve("", "", points).thinned();
        assertThat(thin.points().size()).isLessThan(500);
        assertThat(thin.smoothed().points()).hasSameSizeAs(thin.points());
        assertThat(thin.points().stream().mapToDouble(Curve.Point::y).average().orElseThrow())
                .isBetween(-0.01, 0.01);
    }
}
