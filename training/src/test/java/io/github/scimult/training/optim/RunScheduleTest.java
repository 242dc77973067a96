package io.github.scimult.training.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.training.config.OptimConfig;
import org.junit.jupiter.api.Test;

class RunScheduleTest {
    private static final OptimConfig OPTIM = new OptimConfig(1e-3, 0.1, 0.9, 0.999, 1e-8, 0.01, 2, 1, "none");

    @Test
    void bySteps() {
        RunSchedule schedule = new RunSchedule(OPTIM, 100, 0);
        assertThat(schedule.rate(0, 5)).isZero();
        assertThat(schedule.rate(5, 5)).isCloseTo(5e-4, within(1e-12));
        assertThat(schedule.rate(10, 5)).isCloseTo(1e-3, within(1e-12));
        assertThat(schedule.rate(55, 5)).isCloseTo(5e-4, within(1e-12));
        assertThat(schedule.rate(99, 1e9)).as("time sets no limit").isGreaterThan(0);
        assertThat(schedule.isOver(99, 1e9)).isFalse();
        assertThat(schedule.isOver(100, 0)).isTrue();
        assertThat(schedule.progress(25, 1e9)).isEqualTo(0.25);
    }

    @Test
    void byTime() {
        RunSchedule schedule = new RunSchedule(OPTIM, 0, 600);
        assertThat(schedule.rate(0, 0)).as("before anything has passed").isBetween(0.0, 1e-3);
        assertThat(schedule.rate(7, 30)).isCloseTo(5e-4, within(1e-9));
        assertThat(schedule.rate(8, 60)).isCloseTo(1e-3, within(1e-9));
        assertThat(schedule.rate(9, 330)).isCloseTo(5e-4, within(1e-9));
        assertThat(schedule.isOver(1_000_000, 599)).isFalse();
        assertThat(schedule.isOver(1, 600)).isTrue();
        assertThat(schedule.rate(10, 700)).isZero();
        assertThat(schedule.progress(3, 900)).isEqualTo(1);
    }

    @Test
    void whicheverIsFurtherOn() {
        RunSchedule schedule = new RunSchedule(OPTIM, 100, 600);
        assertThat(schedule.progress(50, 60)).isEqualTo(0.5);
        assertThat(schedule.progress(10, 540)).isEqualTo(0.9);
        assertThat(schedule.rate(55, 0)).isCloseTo(5e-4, within(1e-9));
        assertThat(schedule.rate(0, 330)).isCloseTo(5e-4, within(1e-9));
        assertThat(schedule.isOver(100, 0)).isTrue();
        assertThat(schedule.isOver(0, 600)).isTrue();
    }
}
