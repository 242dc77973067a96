package io.github.scimult.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.encoder.architecture.InstructionConfig;
import io.github.scimult.encoder.architecture.Variant;
import io.github.scimult.encoder.checkpoint.ModelFolder;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.encoder.inference.ComputeSettings;
import io.github.scimult.encoder.inference.LibtorchEncoder;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Precision;
import io.github.scimult.training.fixture.OnTinyCollection;
import io.github.scimult.training.fixture.TinyRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is particular to training each variant. */
class VariantTrainingTest extends OnTinyCollection {
    private static final List<SegmentedText> TEXTS =
            List.of(SegmentedText.of("deep learning", "for graphs"), SegmentedText.of("a query"));

    private TinyRun run(String... settings) throws IOException {
        return tinyRun("run", settings);
    }

    @Test
    void prefixTrainsTheReaderOfInstructionsAndLeavesTheTextsEncoderAsItWas() throws IOException {
        TinyRun run = run("variant=prefix", "budget.steps=4", "merge.alpha=1");
        run.start(Integer.MAX_VALUE);
        Map<String, int[]> before = TinyRun.weights(Golden.path("tiny-bert/model.safetensors"));
        Map<String, int[]> after = TinyRun.weights(run.folder().resolve("model.safetensors"));
        int compared = 0;
        for (String name : before.keySet()) {
            if (after.containsKey(name)) {
                assertThat(after.get(name)).as(name).isEqualTo(before.get(name));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(69);
        String weight = "encoder.layer.0.attention.self.value.weight";
        assertThat(after.get("model.safetensors instruction_encoder." + weight))
                .isNotEqualTo(before.get("model.safetensors " + weight));
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void aTrainedModelEmbedsTheSameOnceItIsReadFromItsFolder(Variant variant) throws IOException {
        TinyRun run = run("variant=" + variant, "budget.steps=3", "merge.alpha=1");
        run.start(Integer.MAX_VALUE);
        float[][] trained = embed(run.files().fineTuned());
        float[][] result = embed(run.folder());
        assertThat(result).isDeepEqualTo(trained);
        try (PretrainedModel model = ModelFolder.load(run.folder())) {
            assertThat(model.config().experts().isShared()).isEqualTo(!variant.hasExperts());
            assertThat(model.config().instructions().areThere()).isEqualTo(variant.hasInstructions());
            assertThat(model.config().isPlain()).isEqualTo(variant == Variant.VANILLA);
        }
    }

    @Test
    void theWeightOfAnInstructionIsTheModels() throws IOException {
        TinyRun run = run("variant=instruction", "model.instructionWeight=0.1", "budget.steps=2", "merge.alpha=1");
        run.start(Integer.MAX_VALUE);
        try (PretrainedModel model = ModelFolder.load(run.folder())) {
            InstructionConfig instructions = model.config().instructions();
            assertThat(instructions.weight()).isEqualTo(0.1);
            assertThat(encoder(model, instructions).encode(TEXTS, Task.LINK))
                    .isNotEqualTo(encoder(model, instructions.weighing(1)).encode(TEXTS, Task.LINK));
        }
    }

    @Test
    void anotherInstructionGivesOtherVectorsAndTasksHaveTheirOwn() throws IOException {
        TinyRun run = run("variant=instruction", "instructions={link: [Find related papers.]}", "budget.steps=1");
        run.start(Integer.MAX_VALUE);
        try (PretrainedModel model = ModelFolder.load(run.folder())) {
            InstructionConfig instructions = model.config().instructions();
            assertThat(instructions.of(Task.LINK)).isEqualTo("Find related papers.");
            assertThat(instructions.of(Task.parse("search-long")))
                    .isEqualTo(InstructionConfig.ofThePaper().get("search"));
            InstructionConfig other = instructions.with(Map.of("link", "Find papers by the same authors."));
            float[][] own = encoder(model, instructions).encode(TEXTS, Task.LINK);
            assertThat(encoder(model, other).encode(TEXTS, Task.LINK)).isNotEqualTo(own);
            assertThat(encoder(model, other).encode(TEXTS, Task.SEARCH))
                    .isDeepEqualTo(encoder(model, instructions).encode(TEXTS, Task.SEARCH))
                    .isNotEqualTo(own);
        }
    }

    private static float[][] embed(Path folder) throws IOException {
        try (PretrainedModel model = ModelFolder.load(folder)) {
            return encoder(model, model.config().instructions()).encode(TEXTS, Task.LINK);
        }
    }

    private static LibtorchEncoder encoder(PretrainedModel model, InstructionConfig instructions) {
        return LibtorchEncoder.of(
                "model",
                model,
                model.config().withInstructions(instructions),
                new ComputeSettings(Precision.FLOAT32, AttentionKernel.FUSED, 1));
    }
}
