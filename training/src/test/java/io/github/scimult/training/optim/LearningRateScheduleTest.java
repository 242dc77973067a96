package io.github.scimult.training.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearningRateScheduleTest {
    private final LearningRateSchedule schedule = new LearningRateSchedule(1e-3, 2, 10);

    @Test
    void theFirstStepOfAWarmUpHasRateZero() {
        assertThat(schedule.rate(0)).isZero();
    }

    @Test
    void theRateRisesLinearlyToThePeakAndFallsLinearlyToZero() {
        double[] expected = {0, 5e-4, 1e-3, 8.75e-4, 7.5e-4, 6.25e-4, 5e-4, 3.75e-4, 2.5e-4, 1.25e-4, 0};
        for (int step = 0; step < expected.length; step++) {
            assertThat(schedule.rate(step)).isCloseTo(expected[step], within(1e-18));
        }
    }

    @Test
    void theRateStaysZeroBehindTheLastStep() {
        assertThat(schedule.rate(11)).isZero();
        assertThat(schedule.rate(1_000_000)).isZero();
    }

    @Test
    void withoutWarmUpTheFirstStepHasThePeak() {
        assertThat(new LearningRateSchedule(3e-4, 0, 4).rate(0)).isEqualTo(3e-4);
    }

    @Test
    void aWarmUpLongerThanTheWholeIsRefused() {
        assertThatThrownBy(() -> new LearningRateSchedule(1, 5, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("warm-up 5")
                .hasMessageContaining("total 4");
    }
}
