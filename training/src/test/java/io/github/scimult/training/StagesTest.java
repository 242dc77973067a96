package io.github.scimult.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.configuration.ConfigurationReader;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.training.config.TrainingConfig;
import io.github.scimult.training.event.TrainingEvent;
import io.github.scimult.training.fixture.OnTinyCollection;
import io.github.scimult.training.fixture.RecordedEvents;
import io.github.scimult.training.fixture.TinyRun;
import io.github.scimult.training.store.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stage begins from the best weights of the one before, and a run can be stopped on either side of the seam. */
class StagesTest extends OnTinyCollection {
    private TinyRun run(String name, String variant) throws IOException {
        return tinyRun(
                name,
                "variant=" + variant,
                "stages=[{variant: vanilla, share: 0.4}]",
                "dev.evaluations=1",
                "budget.steps=10");
    }

    @Test
    void theSecondStageBeginsWithEveryExpertACopyOfTheFirstStagesResult() throws IOException {
        TinyRun run = run("run", "mha-experts");
        assertThat(run.start(4)).isFalse();
        RunStore first = run.files().stage(1, io.github.scimult.encoder.architecture.Variant.VANILLA);
        assertThat(first.isFinished()).isTrue();
        Map<String, int[]> result = TinyRun.weights(first.root().resolve("model.safetensors"));
        Map<String, int[]> start = TinyRun.weights(run.latest().resolve("model.safetensors"));
        String name = "model.safetensors encoder.layer.1.attention.%sself.query.weight";
        for (String expert : List.of("search", "link", "classification")) {
            assertThat(start.get(name.formatted("experts." + expert + "."))).isEqualTo(result.get(name.formatted("")));
        }
    }

    @ParameterizedTest
    @CsvSource({"mha-experts, 2", "mha-experts, 4", "mha-experts, 6", "prefix, 3", "instruction, 7"})
    void aRunStoppedInEitherStageOrAtTheSeamEndsWithTheSameBits(String variant, int stop) throws IOException {
        endTheSame(run("whole", variant), run("parts", variant), stop);
    }

    @Test
    void stepsAreCountedThroughAllStages() throws IOException {
        RecordedEvents told = new RecordedEvents();
        run("run", "ffn-experts").listenedToBy(told).start(ALL);
        assertThat(told.steps()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(told.of(TrainingEvent.Ended.class))
                .extracting(end -> end.step() + " " + end.reason())
                .containsExactly("10 budget used");
    }

    @Test
    void theBaselineIsEvaluatedOnceForAllStagesAndRestarts() throws IOException {
        List<String> told = new ArrayList<>();
        TinyRun run = run("run", "mha-experts").listenedToBy(stepsAndEvaluationsOfLinks(told));
        assertThat(run.start(2)).isFalse();
        assertThat(run.resume(4)).isFalse();
        assertThat(run.resume(ALL)).isTrue();
        String base = "measured ";
        String endOfStage = "measured ";
        assertThat(String.join("", told)).startsWith(base + "1 2 3 4 " + endOfStage + "5 6 7 8 9 10 measured ");
    }

    @Test
    void theBaselineIsEvaluatedAgainWhereWhatIsEvaluatedHasChanged() throws IOException {
        List<String> told = new ArrayList<>();
        Path other = TinyRun.collection(temporary.resolve("other"), 30);
        TinyRun run = run("run", "mha-experts").besides(other).listenedToBy(stepsAndEvaluationsOfLinks(told));
        assertThat(run.start(2)).isFalse();
        TinyRun.delete(other);
        TinyRun.collection(other, 31);
        assertThat(run.resume(2)).isFalse();
        assertThat(String.join("", told)).isEqualTo("measured 1 2 measured 3 4 measured ");
    }

    @Test
    void damagedBaselineScoresAreRefusedWithWhatToDo() throws IOException {
        TinyRun run = run("run", "mha-experts");
        assertThat(run.start(2)).isFalse();
        for (String damaged : List.of("{", "{}")) {
            Files.writeString(run.files().training().resolve("baseline.json"), damaged);
            assertThatThrownBy(() -> run.resume(ALL))
                    .isInstanceOf(BadDataException.class)
                    .hasMessageContaining("baseline.json: is damaged")
                    .hasMessageContaining("delete it, and the baseline is evaluated again");
        }
    }

    @Test
    void hardNegativesThatTheFirstStageMinedDoForTheSecondUntilMiningIsDue() throws IOException {
        assertThat(searches("seldom", 1000)).containsExactly("0");
        assertThat(searches("often", 3)).containsExactly("0", "3", "6");
    }

    /** The steps, counted over all stages, under whose weights hard negatives of links were mined. */
    private List<String> searches(String name, int everySteps) throws IOException {
        RecordedEvents told = new RecordedEvents();
        tinyRun(
                        name,
                        "variant=ffn-experts",
                        "stages=[{variant: vanilla, share: 0.4}]",
                        "hardNegatives.refreshSteps=" + everySteps,
                        "budget.steps=10")
                .listenedToBy(told)
                .start(ALL);
        Pattern note = Pattern.compile("papers/link: .* under the model of step (\\d+) .*");
        return told.notes().stream()
                .map(note::matcher)
                .filter(Matcher::matches)
                .map(mining -> mining.group(1))
                .toList();
    }

    private static Consumer<TrainingEvent> stepsAndEvaluationsOfLinks(List<String> told) {
        return event -> {
            if (event instanceof TrainingEvent.Step step) {
                told.add(step.step() + " ");
            } else if (event instanceof TrainingEvent.Working(String what)
                    && what.equals("evaluating on dev: papers/link")) {
                told.add("measured ");
            }
        };
    }

    @ParameterizedTest
    @CsvSource({
        "'{variant: mha-experts, share: 0.5}', instruction, instruction cannot begin from what mha-experts has made",
        "'{variant: prefix, share: 0.3}, {share: 0.3}', prefix, vanilla cannot begin from what prefix has made"
    })
    void aVariantBeginsFromVanillaOrFromItself(String stages, String variant, String problem) throws IOException {
        assertThatThrownBy(() -> stages(stages, variant)).hasMessageContaining(problem);
        assertThat(stages("{share: 0.3}, {variant: %s, share: 0.3}".formatted(variant), variant)
                        .stages())
                .hasSize(2);
    }

    private static TrainingConfig stages(String stages, String variant) throws IOException {
        return ConfigurationReader.read(
                TrainingConfig.defaults(), null, List.of("stages=[" + stages + "]", "variant=" + variant));
    }

    @Test
    void stagesMustLeaveSomeOfTheBudgetToTheLast() {
        assertThatThrownBy(() -> ConfigurationReader.read(
                        TrainingConfig.defaults(), null, List.of("stages=[{share: 0.5}, {share: 0.5}]")))
                .hasMessageContaining("their shares must leave some of it to the last stage");
    }
}
