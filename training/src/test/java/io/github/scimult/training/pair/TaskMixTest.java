package io.github.scimult.training.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TaskMixTest {
    private static final int STEPS = 20_000;

    @Test
    void sourcesAreDrawnByTheirShares() {
        double[] shares = {0.5, 0.2, 0.0, 0.3};
        int[] drawn = new int[shares.length];
        TaskMix mix = new TaskMix(shares, 11);
        for (long step = 0; step < STEPS; step++) {
            drawn[mix.source(step)]++;
        }
        for (int source = 0; source < shares.length; source++) {
            assertThat(drawn[source] / (double) STEPS).isCloseTo(shares[source], within(0.015));
        }
        assertThat(drawn[2]).isZero();
    }

    @Test
    void aStepsSourceDependsOnSeedAndStepAlone() {
        TaskMix mix = new TaskMix(new double[] {0.5, 0.5}, 11);
        TaskMix again = new TaskMix(new double[] {0.5, 0.5}, 11);
        for (long step = 100; step >= 0; step--) {
            assertThat(again.source(step)).isEqualTo(mix.source(step));
        }
    }

    @Test
    void anotherSeedDrawsOtherwise() {
        TaskMix mix = new TaskMix(new double[] {0.5, 0.5}, 11);
        TaskMix other = new TaskMix(new double[] {0.5, 0.5}, 12);
        long same = java.util.stream.LongStream.range(0, STEPS)
                .filter(step -> mix.source(step) == other.source(step))
                .count();
        assertThat(same / (double) STEPS).isCloseTo(0.5, within(0.02));
    }

    @Test
    void sharesThatDoNotAddUpAreRefused() {
        assertThatThrownBy(() -> new TaskMix(new double[] {0.5, 0.6}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.1");
        assertThatThrownBy(() -> new TaskMix(new double[] {1.5, -0.5}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-0.5");
    }

    @Test
    void aTaskComesAsOftenAsItsWeightSaysHoweverManyCollectionsHaveIt() {
        double[] shares = TaskMix.shares(List.of(
                new TaskMix.Source("link", 1, 1),
                new TaskMix.Source("classification", 1, 1),
                new TaskMix.Source("classification", 1, 3),
                new TaskMix.Source("search", 0.5, 2)));
        assertThat(shares).containsExactly(new double[] {0.4, 0.1, 0.3, 0.2}, within(1e-12));
    }
}
