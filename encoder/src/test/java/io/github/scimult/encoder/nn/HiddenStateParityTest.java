package io.github.scimult.encoder.nn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.encoder.checkpoint.SafetensorsFile;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.encoder.fixture.GoldenModels;
import io.github.scimult.encoder.fixture.GoldenText;
import io.github.scimult.encoder.fixture.Numbers;
import io.github.scimult.encoder.packing.PackedBatch;
import java.io.IOException;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every layer's token states against the references', so that a mistake shows where it is made. */
class HiddenStateParityTest {
    @ParameterizedTest
    @CsvSource({
        "FUSED, FLOAT64, 1e-12", "FUSED, FLOAT32, 2e-5", "FUSED, BFLOAT16, 0.2",
        "PRODUCTS, FLOAT64, 1e-12", "PRODUCTS, FLOAT32, 2e-5", "PRODUCTS, BFLOAT16, 0.2"
    })
    void everyLayerOfThePlainEncoderAgrees(AttentionKernel kernel, Precision precision, double bound)
            throws IOException {
        try (PointerScope scope = new PointerScope()) {
            Encoder encoder = GoldenModels.tinyBert(precision).computingIn(precision);
            for (String text : List.of("one-token", "query", "unicode")) {
                agree(encoder, kernel, text, "tiny-bert", text, bound);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "release-attention-experts, FLOAT64, 1e-12", "release-attention-experts, FLOAT32, 2e-5",
        "release-ffn-experts, FLOAT64, 1e-12", "release-ffn-experts, FLOAT32, 2e-5"
    })
    void everyLayerOfEachExpertAgrees(String folder, Precision precision, double bound) throws IOException {
        try (PointerScope scope = new PointerScope()) {
            Encoder encoder = GoldenModels.release(folder, precision);
            List<String> experts = encoder.config().experts().experts();
            for (int expert = 0; expert < experts.size(); expert++) {
                Encoder chosen = encoder.forExpert(expert);
                agree(chosen, AttentionKernel.FUSED, "query", folder, "query." + experts.get(expert), bound);
            }
        }
    }

    private static void agree(
            Encoder encoder, AttentionKernel kernel, String text, String folder, String key, double bound)
            throws IOException {
        SafetensorsFile expected = SafetensorsFile.open(Golden.path(folder + "/hidden_states.safetensors"));
        PackedTensors batch = encoder.tensors(PackedBatch.of(new int[][] {ids(text)}));
        List<Tensor> states = encoder.states(batch, kernel, Dropout.NONE);
        assertThat(states).hasSize(encoder.config().layers() + 1);
        for (int layer = 0; layer < states.size(); layer++) {
            String name = key + ".hidden." + layer;
            assertThat(Numbers.difference(
                            Numbers.of(states.get(layer)), expected.get(name).toDoubles()))
                    .as(name)
                    .isLessThanOrEqualTo(bound);
        }
    }

    private static int[] ids(String name) throws IOException {
        return GoldenText.of("tiny-bert").stream()
                .filter(text -> text.name().equals(name))
                .findFirst()
                .orElseThrow()
                .ids();
    }
}
