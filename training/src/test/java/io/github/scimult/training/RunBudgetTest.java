package io.github.scimult.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.training.config.BudgetConfig;
import io.github.scimult.training.config.TrainingConfig;
import io.github.scimult.training.optim.RunSchedule;
import io.github.scimult.training.store.TrainingState.Clock;
import io.github.scimult.training.store.TrainingState.Horizon;
import io.github.scimult.training.store.TrainingState.Selection;
import org.junit.jupiter.api.Test;

/** Under a limit of minutes evaluations and mining count against the budget, and never against the schedule. */
class RunBudgetTest {
    private static final Selection NONE_YET = new Selection(0, null, 0, 60);
    private static final Horizon UNKNOWN = new Horizon(0, 0);

    /** Ten minutes, two evaluations on the way and one at the end, of a minute each. */
    private static final RunBudget TEN_MINUTES = new RunBudget(new BudgetConfig(10, 0, 0), 2, 1);

    private static RunSchedule schedule(Horizon horizon) {
        return new RunSchedule(TrainingConfig.defaults().optim(), horizon.steps(), horizon.trainingSeconds());
    }

    @Test
    void theFirstStepHasTheFirstRateHoweverLongTheBaselineTook() {
        Clock afterBaseline = new Clock(120, 0);
        Horizon horizon = TEN_MINUTES.horizon(UNKNOWN, afterBaseline, NONE_YET);
        assertThat(horizon.trainingSeconds()).isCloseTo(600 - 120 - 3 * 60, within(1e-9));
        assertThat(schedule(horizon).progress(0, afterBaseline.trainingSeconds()))
                .isZero();
        assertThat(schedule(horizon).rate(0, afterBaseline.trainingSeconds())).isZero();
    }

    @Test
    void anEvaluationThatTakesAsLongAsPlannedChangesNothing() {
        Horizon before = TEN_MINUTES.horizon(UNKNOWN, new Clock(60, 0), NONE_YET);
        Horizon after = TEN_MINUTES.horizon(before, new Clock(60 + 100 + 60, 100), NONE_YET.with(0.5, true, 60));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void whatTakesLongerShortensTrainingAndWhatTakesLessDoesNotTurnProgressBack() {
        Horizon before = TEN_MINUTES.horizon(UNKNOWN, new Clock(60, 0), NONE_YET);
        Horizon longer = TEN_MINUTES.horizon(before, new Clock(60 + 100 + 90, 100), NONE_YET.with(0.5, true, 60));
        assertThat(longer.trainingSeconds()).isCloseTo(before.trainingSeconds() - 30, within(1e-9));
        Horizon less = TEN_MINUTES.horizon(before, new Clock(60 + 100 + 20, 100), NONE_YET.with(0.5, true, 20));
        assertThat(less).isEqualTo(before);
    }

    @Test
    void trainingGetsAtLeastHalfOfTheMinutes() {
        Horizon horizon = TEN_MINUTES.horizon(UNKNOWN, new Clock(550, 0), NONE_YET);
        assertThat(horizon.trainingSeconds()).isEqualTo(300);
    }

    @Test
    void stepsAreTheFewerOfBothLimits() {
        assertThat(new RunBudget(new BudgetConfig(0, 100, 0), 0, 0).totalSteps(7, 1))
                .isEqualTo(100);
        assertThat(new RunBudget(new BudgetConfig(0, 0, 3), 0, 0).totalSteps(7, 2))
                .isEqualTo(11);
        assertThat(new RunBudget(new BudgetConfig(0, 8, 3), 0, 0).totalSteps(7, 2))
                .isEqualTo(8);
        assertThat(TEN_MINUTES.totalSteps(7, 1)).isZero();
    }
}
