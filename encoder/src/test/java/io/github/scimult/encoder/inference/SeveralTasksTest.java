package io.github.scimult.encoder.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.task.Task;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.InstructionConfig;
import io.github.scimult.encoder.architecture.Variant;
import io.github.scimult.encoder.checkpoint.ModelFolder;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Precision;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several tasks in one pass: what they share is computed once, and the vectors are the same bits. */
class SeveralTasksTest {
    private static final List<Task> TASKS =
            List.of(Task.SEARCH, Task.CLASSIFICATION, Task.LINK, Task.parse("link-co-cite"));

    @ParameterizedTest
    @CsvSource({
        "VANILLA, mod2, FLOAT32",
        "MHA_EXPERTS, mod2, FLOAT32",
        "FFN_EXPERTS, top1, FLOAT32",
        "MHA_FFN_EXPERTS, '3,4', FLOAT32",
        "MHA_FFN_EXPERTS, '3,4', BFLOAT16",
        "INSTRUCTION, mod2, FLOAT32"
    })
    void onePassGivesTheVectorsOfSeparatePasses(Variant variant, String blocks, Precision precision)
            throws IOException {
        int[][] ids = IntStream.range(0, 9)
                .mapToObj(text -> IntStream.range(0, 3 + 5 * text)
                        .map(i -> 5 + 37 * i % 500)
                        .toArray())
                .toArray(int[][]::new);
        try (PretrainedModel model = ModelFolder.load(Golden.path("tiny-bert"))) {
            EncoderWeights weights = parted(model, variant, blocks);
            for (AttentionKernel kernel : AttentionKernel.values()) {
                LibtorchEncoder ready =
                        new LibtorchEncoder("x", weights, model.tokenizer(), new ComputeSettings(precision, kernel, 2));
                Map<Task, float[][]> together = ready.encode(ids, TASKS);
                assertThat(together.keySet()).containsExactlyElementsOf(TASKS);
                for (Task task : TASKS) {
                    assertThat(together.get(task)).as("%s", task).isDeepEqualTo(ready.encode(ids, task));
                }
                boolean apart = variant != Variant.VANILLA;
                assertThat(java.util.Arrays.equals(together.get(Task.LINK)[3], together.get(Task.SEARCH)[3]))
                        .isEqualTo(!apart);
            }
        }
    }

    /** A variant whose copies have parted, as after training. */
    private static EncoderWeights parted(PretrainedModel model, Variant variant, String blocks) {
        EncoderConfig config = model.config()
                .withExperts(variant.layout(
                        blocks, model.config().layers(), List.of("search", "link", "classification"), Map.of()))
                .withInstructions(variant.instructions(InstructionConfig.ofThePaper()));
        torch.manual_seed(5);
        EncoderWeights weights = model.load(config, Precision.FLOAT32);
        weights.visit((weight, tensor) -> tensor.add_(noise(tensor)));
        return weights;
    }

    private static Tensor noise(Tensor weight) {
        return torch.randn_like(weight).mul(new Scalar(0.05));
    }
}
