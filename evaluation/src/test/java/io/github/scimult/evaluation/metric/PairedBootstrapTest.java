package io.github.scimult.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairedBootstrapTest {
    @Test
    void theIntervalIsThatOfTheNormalDistributionForManyQueries() {
        Random random = new Random(7);
        double[] reference = random.doubles(2_000).toArray();
        double[] values = new double[reference.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = reference[i] + 0.05 + 0.4 * random.nextGaussian();
        }

        ConfidenceInterval interval = new PairedBootstrap(4_000, 0.95, 1).difference(values, reference);

        double error = 1.96 * 0.4 / Math.sqrt(values.length);
        assertThat(interval.low()).isCloseTo(interval.difference() - error, within(0.0015));
        assertThat(interval.high()).isCloseTo(interval.difference() + error, within(0.0015));
        assertThat(interval.excludesZero()).isTrue();
    }

    @Test
    void theSameSeedDrawsTheSameIntervalAndAnotherSeedAnother() {
        double[] values = new Random(3).doubles(50).toArray();
        double[] reference = new Random(4).doubles(50).toArray();

        ConfidenceInterval first = new PairedBootstrap(500, 0.95, 1).difference(values, reference);

        assertThat(new PairedBootstrap(500, 0.95, 1).difference(values, reference))
                .isEqualTo(first);
        assertThat(new PairedBootstrap(500, 0.95, 2).difference(values, reference))
                .isNotEqualTo(first);
    }

    @Test
    void equalSystemsDifferByNothing() {
        double[] values = {0.1, 0.9, 0.4};

        assertThat(new PairedBootstrap(100, 0.95, 1).difference(values, values))
                .isEqualTo(new ConfidenceInterval(0, 0, 0, 1));
    }

    @Test
    void theProbabilityIsThatOfTheNormalDistributionForManyQueries() {
        Random random = new Random(7);
        double[] values = new double[2_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = 0.4 * random.nextGaussian();
        }
        double mean = Arrays.stream(values).average().orElseThrow();
        double error = 0.4 / Math.sqrt(values.length);
        for (int i = 0; i < values.length; i++) {
            values[i] += 1.645 * error - mean; // as far from 0 as one in ten means is by chance
        }

        ConfidenceInterval interval = new PairedBootstrap(10_000, 0.95, 1).difference(values, new double[2_000]);

        assertThat(interval.p()).isCloseTo(0.1, within(0.015));
        assertThat(interval.excludesZero()).isFalse();
    }

    @Test
    void noDrawOnTheOtherSideIsNoProof() {
        assertThat(new PairedBootstrap(200, 0.95, 1)
                        .difference(new double[] {1, 1}, new double[2])
                        .p())
                .isEqualTo(0.01);
    }

    @Test
    void systemsOfDifferentQueriesCannotBePaired() {
        assertThatThrownBy(() -> new PairedBootstrap(100, 0.95, 1).difference(new double[3], new double[4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 and 4 queries cannot be paired");
    }
}
