package io.github.scimult.training.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.training.dev.DevScore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a run's events say when it is over, or was cut off anywhere. */
class RunHistoryTest {
    private static TrainingEvent.Step step(long number) {
        return new TrainingEvent.Step(number, 0.1, "vis/link", 2, 1e-4, 1, 1_000, 0.5, 10 * number, 5);
    }

    private static List<DevScore> scores(double value) {
        return List.of(new DevScore("vis", "link", "Recall@20", value, 0.3, 0.01, 10, false));
    }

    private static TrainingEvent.Evaluated evaluated(long step, double mean, boolean best) {
        return new TrainingEvent.Evaluated(step, step, mean, scores(mean), best);
    }

    private static RunHistory history(
            List<TrainingEvent.Step> steps,
            List<TrainingEvent.Evaluated> evaluations,
            TrainingEvent.Interpolated interpolation,
            TrainingEvent.Ended end) {
        return new RunHistory(
                null, steps, evaluations, Optional.ofNullable(interpolation), List.of(), Optional.ofNullable(end));
    }

    @Test
    void theBestEvaluationIsTheLastOneMarkedSo() {
        RunHistory run = history(
                List.of(),
                List.of(evaluated(1, 0.1, true), evaluated(2, 0.3, true), evaluated(3, 0.2, false)),
                null,
                null);
        assertThat(run.best()).map(TrainingEvent.Evaluated::step).hasValue(2L);
        assertThat(run.outcome().getFirst().value()).isEqualTo(0.3);
    }

    @Test
    void whereNoneIsMarkedTheLastOneCounts() {
        RunHistory run = history(List.of(), List.of(evaluated(1, 0.3, false), evaluated(2, 0.2, false)), null, null);
        assertThat(run.best()).map(TrainingEvent.Evaluated::step).hasValue(2L);
        assertThat(history(List.of(), List.of(), null, null).best()).isEmpty();
        assertThat(history(List.of(), List.of(), null, null).outcome()).isEmpty();
    }

    @Test
    void theChosenInterpolationIsTheOutcome() {
        Interpolation half = new Interpolation(0.5, Map.of(), 0.4, 0.1, scores(0.4));
        Interpolation whole = new Interpolation(1, null, 0.3, 0, scores(0.3));
        RunHistory run = history(
                List.of(),
                List.of(evaluated(1, 0.3, true)),
                new TrainingEvent.Interpolated(List.of(half, whole), 0.5, null),
                null);
        assertThat(run.outcome().getFirst().value()).isEqualTo(0.4);
        TrainingEvent.Interpolated other = new TrainingEvent.Interpolated(List.of(half, whole), 0.75, null);
        assertThat(history(List.of(), List.of(evaluated(1, 0.3, true)), other, null)
                        .outcome()
                        .getFirst()
                        .value())
                .isEqualTo(0.3);
    }

    @Test
    void coefficientsOfGroupsAreToldApart() {
        Interpolation apart = new Interpolation(0.5, Map.of("upper", 1.0), 0.4, 0.1, scores(0.4));
        TrainingEvent.Interpolated all = new TrainingEvent.Interpolated(List.of(apart), 0.5, Map.of());
        assertThat(all.isChosen(apart)).isFalse();
        assertThat(new TrainingEvent.Interpolated(List.of(apart), 0.5, Map.of("upper", 1.0)).isChosen(apart))
                .isTrue();
    }

    @Test
    void aRunThatWasCutOffEndsWithItsLastStep() {
        RunHistory cut = history(List.of(step(1), step(2)), List.of(), null, null);
        assertThat(cut.lastStep()).isEqualTo(2);
        assertThat(cut.elapsedSeconds()).isEqualTo(20);
        RunHistory ended = history(List.of(step(1)), List.of(), null, new TrainingEvent.Ended(9, 99, "budget used"));
        assertThat(ended.lastStep()).isEqualTo(9);
        assertThat(ended.elapsedSeconds()).isEqualTo(99);
        assertThat(history(List.of(), List.of(), null, null).lastStep()).isZero();
        assertThat(history(List.of(), List.of(), null, null).elapsedSeconds()).isZero();
    }

    @Test
    void eventsOfAStageAreCountedBehindTheStagesBefore() {
        RunExtent before = RunExtent.NONE.plus(new RunExtent(100, 60)).plus(new RunExtent(10, 5));
        assertThat(before).isEqualTo(new RunExtent(110, 65));
        TrainingEvent.Step step = (TrainingEvent.Step) step(3).after(before);
        assertThat(step.step()).isEqualTo(113);
        assertThat(step.elapsedSeconds()).isEqualTo(95);
        assertThat(step.tokensPerSecond()).isCloseTo(2_000, within(1e-9));
        assertThat(((TrainingEvent.Evaluated) evaluated(3, 0.2, true).after(before)).step())
                .isEqualTo(113);
        assertThat(((TrainingEvent.Ended) new TrainingEvent.Ended(3, 1, "x").after(before)).elapsedSeconds())
                .isEqualTo(66);
        TrainingEvent.Note note = new TrainingEvent.Note("something");
        assertThat(note.after(before)).isEqualTo(note);
    }

    @Test
    void whatShowsProgressAloneIsNotLogged() {
        assertThat(new TrainingEvent.Tokenizing("papers", 1, 2).isLogged()).isFalse();
        assertThat(new TrainingEvent.Working("dev").isLogged()).isFalse();
        assertThat(step(1).isLogged()).isTrue();
        assertThat(new TrainingEvent.Note("x").isLogged()).isTrue();
    }

    @Test
    void heldOutScoresSelectNothing() {
        DevScore heldOut = new DevScore("b", "link", "Recall@20", 0.9, 0.1, 0.01, 10, true);
        DevScore own = scores(0.4).getFirst();
        assertThat(new Interpolation(0.5, null, 0.4, 0.1, List.of(heldOut, own)).selecting())
                .containsExactly(own);
    }
}
