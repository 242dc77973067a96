package io.github.scimult.encoder.nn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.task.Task;
import io.github.scimult.encoder.fixture.GoldenModels;
import io.github.scimult.encoder.fixture.GoldenText;
import io.github.scimult.encoder.fixture.Numbers;
import io.github.scimult.encoder.fixture.Packing;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Precision;
import java.io.IOException;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Experts against the release's own model: [CLS] of twelve texts through each task's expert. */
class ReleaseParityTest {
    @ParameterizedTest
    @CsvSource({
        "release-attention-experts, FLOAT64, 1e-12",
        "release-attention-experts, FLOAT32, 2e-5",
        "release-ffn-experts, FLOAT64, 1e-12",
        "release-ffn-experts, FLOAT32, 2e-5"
    })
    void eachTasksExpertGivesTheReleasesVectors(String folder, Precision precision, double bound) throws IOException {
        List<GoldenText> texts = GoldenText.of(folder);
        try (PointerScope scope = new PointerScope()) {
            EncoderWeights weights = GoldenModels.release(folder, precision);
            for (Task task : List.of(Task.SEARCH, Task.LINK, Task.CLASSIFICATION)) {
                Encoder expert = weights.expertFor(task);
                agree(expert, texts, precision, task.name(), bound);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"FLOAT64, 1e-12", "FLOAT32, 2e-5"})
    void theModelWithoutExpertsGivesTheReleasesVectors(Precision precision, double bound) throws IOException {
        try (PointerScope scope = new PointerScope()) {
            agree(
                    GoldenModels.tinyBert(precision).expert(0),
                    GoldenText.of("release-vanilla"),
                    precision,
                    "none",
                    bound);
        }
    }

    private static void agree(Encoder encoder, List<GoldenText> texts, Precision precision, String what, double bound) {
        for (AttentionKernel kernel : AttentionKernel.values()) {
            double[][] vectors = Packing.PACKED.encode(encoder, GoldenText.ids(texts), kernel);
            for (int i = 0; i < vectors.length; i++) {
                GoldenText text = texts.get(i);
                assertThat(Numbers.difference(vectors[i], text.vector(precision, what)))
                        .as("%s %s %s", text.name(), what, kernel)
                        .isLessThanOrEqualTo(bound);
            }
        }
    }
}
