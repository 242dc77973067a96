package io.github.scimult.training.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetConfigTest {
    @ParameterizedTest
    @CsvSource({
        "11, 0.4, 4, 7",
        "10, 0.7, 7, 3", // 1 - 0.7 is a little more than 0.3
        "100, 0.07, 7, 93", // 100 * 0.07 is a little more than 7
        "190, 0.5, 95, 95",
        "1000, 0.001, 1, 999",
        "3, 0.9, 2, 1", // something is left to the last
        "2, 0.1, 1, 1",
    })
    void a_stage_and_the_last_one_make_as_many_steps_as_the_budget_has(
            long steps, double share, long ofStage, long ofLast) {
        BudgetConfig budget = new BudgetConfig(0, steps, 0);

        assertThat(budget.part(share).steps()).isEqualTo(ofStage);
        assertThat(budget.rest(List.of(share)).steps()).isEqualTo(ofLast);
    }

    @Test
    void stages_of_any_shares_add_up_to_the_budget() {
        List<Double> shares = List.of(0.15, 0.25, 0.35);
        for (long steps = 10; steps <= 500; steps++) {
            BudgetConfig budget = new BudgetConfig(0, steps, 0);
            long ofStages = shares.stream()
                    .mapToLong(share -> budget.part(share).steps())
                    .sum();

            assertThat(ofStages + budget.rest(shares).steps())
                    .as("%d steps", steps)
                    .isEqualTo(steps);
        }
    }

    @Test
    void without_stages_the_last_one_has_the_whole_budget() {
        BudgetConfig budget = new BudgetConfig(6, 190, 2);

        assertThat(budget.rest(List.of())).isEqualTo(budget);
    }

    @Test
    void a_limit_that_is_not_set_is_not_set_for_a_stage() {
        BudgetConfig withoutSteps = new BudgetConfig(6, 0, 2);

        assertThat(Stream.of(withoutSteps.part(0.25), withoutSteps.rest(List.of(0.75))))
                .containsOnly(new BudgetConfig(1.5, 0, 0.5));
    }
}
