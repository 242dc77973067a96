package io.github.scimult.training.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.core.task.Task;
import io.github.scimult.encoder.architecture.Variant;
import io.github.scimult.training.pair.TextKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What settings come to: overrides, stages that can follow each other, parts of a budget, weights of tasks and of pseudo-queries. */
class SettingsArithmeticTest {
    @Test
    void overridesOfAProgramChangeWhatTheyNameAlone() {
        TrainingConfig defaults = TrainingConfig.defaults();
        TrainingConfig changed = defaults.with("optim.lr=1e-4", "budget.steps=7");
        assertThat(changed.optim().lr()).isEqualTo(1e-4);
        assertThat(changed.budget().steps()).isEqualTo(7);
        assertThat(changed.batch()).isEqualTo(defaults.batch());
        assertThat(defaults.with()).isEqualTo(defaults);
        assertThat(changed.with(
                        "optim.lr=" + defaults.optim().lr(),
                        "budget.steps=" + defaults.budget().steps()))
                .isEqualTo(defaults);
    }

    @ParameterizedTest
    @CsvSource({"optim.lrr=1, optim.lr", "optim.lr=5, '(0, 1)'", "optim.lr, equals sign", "variant=vanila, vanilla"})
    void anOverrideThatMeansNothingIsRefused(String override, String said) {
        assertThatThrownBy(() -> TrainingConfig.defaults().with(override))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }

    @Test
    void aPlanOfOneCollectionKnowsItFromAnyFolder() {
        TrainingPlan plan = TrainingPlan.of(Path.of("papers/../vis"), TrainingConfig.defaults());
        assertThat(plan.collections()).hasSize(1);
        assertThat(plan.collections().getFirst().path())
                .isAbsolute()
                .isEqualTo(Path.of("vis").toAbsolutePath());
        assertThat(plan.collections().getFirst().weight()).isEqualTo(1);
        assertThat(plan.version()).isNotBlank();
    }

    private static List<StageConfig> stages(String variants) {
        return Stream.of(variants.split(" "))
                .filter(name -> !name.isEmpty())
                .map(name -> new StageConfig(Variant.valueOf(name), 0.1, 0))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "'', VANILLA",
        "'', MHA_EXPERTS",
        "VANILLA, MHA_EXPERTS",
        "VANILLA VANILLA, INSTRUCTION",
        "VANILLA MHA_EXPERTS, MHA_EXPERTS",
        "MHA_EXPERTS, MHA_EXPERTS"
    })
    void everyVariantFollowsVanillaAndItself(String before, String last) {
        StageConfig.requireInOrder(stages(before), Variant.valueOf(last));
    }

    @ParameterizedTest
    @CsvSource({
        "MHA_EXPERTS, VANILLA",
        "VANILLA MHA_EXPERTS, VANILLA",
        "VANILLA MHA_EXPERTS, FFN_EXPERTS",
        "INSTRUCTION, MHA_EXPERTS"
    })
    void noOtherVariantFollowsOneWithPartsOfItsOwn(String before, String last) {
        assertThatThrownBy(() -> StageConfig.requireInOrder(stages(before), Variant.valueOf(last)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot begin from what");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void partsOfABudgetAddUpToTheWhole(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            long steps = 20 + random.nextInt(10_000);
            BudgetConfig budget = new BudgetConfig(random.nextDouble() * 100, steps, random.nextDouble() * 5);
            List<Double> shares = new ArrayList<>();
            for (int stage = 0; stage < 1 + random.nextInt(4); stage++) {
                shares.add(0.05 + random.nextDouble() * 0.15);
            }
            BudgetConfig rest = budget.rest(shares);
            long taken = shares.stream()
                    .mapToLong(share -> budget.part(share).steps())
                    .sum();
            double minutes = shares.stream()
                    .mapToDouble(share -> budget.part(share).minutes())
                    .sum();
            assertThat(taken + rest.steps()).isEqualTo(steps);
            assertThat(minutes + rest.minutes()).isCloseTo(budget.minutes(), within(1e-9));
        }
    }

    @Test
    void aLimitThatIsNotSetHasNoParts() {
        BudgetConfig budget = new BudgetConfig(10, 0, 0);
        assertThat(budget.part(0.5)).isEqualTo(new BudgetConfig(5, 0, 0));
        assertThat(budget.rest(List.of(0.5))).isEqualTo(new BudgetConfig(5, 0, 0));
        assertThat(budget.rest(List.of())).isEqualTo(budget);
    }

    @ParameterizedTest
    @CsvSource({"link, 2", "link-co-cite, 2", "search, 1", "classification, 1"})
    void linksCountTwiceWhereNothingIsSaid(String task, double weight) {
        assertThat(new TaskConfig(Map.of(), Map.of(), 1, 0).weight(Task.parse(task)))
                .isEqualTo(weight);
    }

    @ParameterizedTest
    @CsvSource({"link, 3", "link-co-cite, 5", "link-other, 3", "search, 0"})
    void aTaskCountsByItsOwnNameElseItsFamilysElseNotAtAll(String task, double weight) {
        TaskConfig config = new TaskConfig(Map.of("link", 3.0, "link-co-cite", 5.0), Map.of(), 1, 0);
        assertThat(config.weight(Task.parse(task))).isEqualTo(weight);
    }

    @Test
    void weightsOfTasksAreRefusedByName() {
        assertThatThrownBy(() -> new TaskConfig(Map.of("linc", 1.0), Map.of(), 1, 0))
                .hasMessageContaining("linc");
        assertThatThrownBy(() -> new TaskConfig(Map.of("link", -1.0), Map.of(), 1, 0))
                .hasMessageContaining("weight of task link must be at least 0, not -1.0");
        assertThatThrownBy(() -> new TaskConfig(Map.of(), Map.of(), 1.1, 0)).hasMessageContaining("samplingExponent");
        assertThatThrownBy(() -> new TaskConfig(Map.of(), Map.of(), 1, 11)).hasMessageContaining("balancing");
    }

    @Test
    void kindsOfPseudoQueriesShareByTheirWeights() {
        Map<TextKind, Double> shares = new PseudoQueryConfig(1, 2, 1, 1).shares();
        assertThat(shares.get(TextKind.TITLE)).isEqualTo(0.5);
        assertThat(shares.values().stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(1, within(1e-12));
        assertThat(new PseudoQueryConfig(1, 0, 0, 3).shares()).containsOnlyKeys(TextKind.SENTENCE);
        for (double[] weights :
                Arrays.asList(new double[] {0, 0, 0}, new double[] {-1, 1, 1}, new double[] {Double.NaN, 1, 1})) {
            assertThatThrownBy(() -> new PseudoQueryConfig(1, weights[0], weights[1], weights[2]))
                    .hasMessageContaining("title, phrases and sentence");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "99, 0", "100, 100", "250, 200"})
    void negativesAreMinedAtEveryRefresh(long step, long minedAt) {
        HardNegativeConfig config =
                TrainingConfig.defaults().with("hardNegatives.refreshSteps=100").hardNegatives();
        assertThat(config.minedAt(step)).isEqualTo(minedAt);
    }

    @ParameterizedTest
    @CsvSource({"-0.1", "1000001", "NaN"})
    void aCollectionsWeightIsBounded(double weight) {
        assertThatThrownBy(() -> new CollectionSpec("/data/vis", weight))
                .hasMessageContainingAll("/data/vis", "" + weight);
    }
}
