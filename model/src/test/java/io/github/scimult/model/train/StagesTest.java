package io.github.scimult.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.configuration.ConfigurationReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
                "dev.times=1",
                "budget.steps=10");
    }

    @Test
    void theSecondStageBeginsWithEveryExpertACopyOfTheFirstStagesResult() throws IOException {
        TinyRun run = run("run", "mha-experts");
        assertThat(run.start(4)).isFalse();
        TrainingFolder first = run.files().stage(1, io.github.scimult.model.nn.Variant.VANILLA);
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
        List<Long> steps = new ArrayList<>();
        List<String> ends = new ArrayList<>();
        run("run", "ffn-experts")
                .listenedToBy(new TrainingListener() {
                    @Override
                    public void step(Step step) {
                        steps.add(step.step());
                    }

                    @Override
                    public void ended(long step, double elapsedSeconds, String reason) {
                        ends.add(step + " " + reason);
                    }
                })
                .start(ALL);
        assertThat(steps).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(ends).containsExactly("10 budget used");
    }

    @Test
    void stagesMustLeaveSomeOfTheBudgetToTheLast() {
        assertThatThrownBy(() -> ConfigurationReader.read(
                        TrainingConfig.defaults(), null, List.of("stages=[{share: 0.5}, {share: 0.5}]")))
                .hasMessageContaining("their shares must leave some of it to the last stage");
    }
}
