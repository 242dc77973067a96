package io.github.scimult.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.Prompts;
import io.github.scimult.encoder.checkpoint.ModelFolder;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.export.ModelExport;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.training.fixture.OnTinyCollection;
import io.github.scimult.training.fixture.TinyRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A base whose queries and documents stand behind prompts. */
class PromptedBaseTest extends OnTinyCollection {
    private static final Prompts BOTH = new Prompts("query: ", "passage: ");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"vanilla", "mha-experts"})
    void theTrainedModelHasThePromptsOfItsBase(String variant) throws IOException {
        TinyRun run = tinyRun("run", "model.base=" + base(), "variant=" + variant, "budget.steps=2");
        assertThat(run.start(ALL)).isTrue();
        try (PretrainedModel trained = ModelFolder.load(run.folder())) {
            assertThat(trained.config().prompts()).isEqualTo(BOTH);
        }
    }

    @Test
    void itIsTrainedBehindThem() throws IOException {
        TinyRun with = tinyRun("with", "model.base=" + base(), "budget.steps=2");
        TinyRun without = tinyRun("without", "budget.steps=2");
        assertThat(with.start(ALL)).isTrue();
        assertThat(without.start(ALL)).isTrue();
        try (PretrainedModel one = ModelFolder.load(with.folder());
                PretrainedModel other = ModelFolder.load(without.folder())) {
            String weight = "encoder.layer.0.output.dense.weight";
            assertThat(one.weights().get(weight).toFloats())
                    .isNotEqualTo(other.weights().get(weight).toFloats());
        }
    }

    private Path base() throws IOException {
        Path base = folder.resolve("base");
        try (PretrainedModel tiny = ModelFolder.load(Golden.path("tiny-bert"))) {
            EncoderConfig config = tiny.config().withPrompts(BOTH);
            ModelExport.folder(
                    new PretrainedModel(config, tiny.weights(), tiny.tokenizer(), "prompted"), "# Prompted\n", base);
        }
        return base;
    }
}
