package io.github.scimult.encoder.nn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.encoder.checkpoint.SafetensorsFile;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.encoder.fixture.GoldenModels;
import io.github.scimult.encoder.fixture.GoldenText;
import io.github.scimult.encoder.fixture.Numbers;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Dropout;
import io.github.scimult.encoder.nn.layer.ForwardPass;
import io.github.scimult.encoder.nn.layer.Precision;
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
        "EAGER, FLOAT64, 1e-12", "EAGER, FLOAT32, 2e-5", "EAGER, BFLOAT16, 0.2"
    })
    void everyLayerOfThePlainEncoderAgrees(AttentionKernel kernel, Precision precision, double bound)
            throws IOException {
        try (PointerScope scope = new PointerScope()) {
            Encoder encoder = GoldenModels.tinyBert(precision).expert(0).computingIn(precision);
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
            EncoderWeights weights = GoldenModels.release(folder, precision);
            List<String> experts = weights.config().experts().experts();
            for (int expert = 0; expert < experts.size(); expert++) {
                Encoder chosen = weights.expert(expert);
                agree(chosen, AttentionKernel.FUSED, "query", folder, "query." + experts.get(expert), bound);
            }
        }
    }

    private static void agree(
            Encoder encoder, AttentionKernel kernel, String text, String folder, String key, double bound)
            throws IOException {
        SafetensorsFile expected = SafetensorsFile.open(Golden.path(folder + "/hidden_states.safetensors"));
        ForwardPass pass = encoder.pass(PackedBatch.of(new int[][] {ids(text)}), kernel, Dropout.NONE);
        List<Tensor> states = encoder.states(pass, InstructionKeyValues.NONE);
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
