package io.github.scimult.training.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.encoder.fixture.GoldenModels;
import io.github.scimult.encoder.nn.Precision;
import java.io.IOException;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;

class ParameterGroupsTest {
    @Test
    void anEncodersPartsAreNamedFromTheInputUp() throws IOException {
        try (PointerScope scope = new PointerScope()) {
            var encoder = GoldenModels.tinyBert(Precision.FLOAT32);
            assertThat(ParameterGroups.WHOLE.of(encoder)).containsExactly("all");
            assertThat(ParameterGroups.KINDS.of(encoder)).containsExactly("embeddings", "attention", "feed-forward");
        }
    }

    @Test
    void expertsAreApartFromWhatAllShare() throws IOException {
        try (PointerScope scope = new PointerScope()) {
            var encoder = GoldenModels.release("release-attention-experts", Precision.FLOAT32);
            assertThat(ParameterGroups.EXPERTS.of(encoder)).first().isEqualTo("shared");
            assertThat(ParameterGroups.EXPERTS.of(encoder))
                    .hasSize(1 + encoder.config().experts().experts().size())
                    .contains("expert " + encoder.config().experts().experts().getFirst());
        }
    }

    @Test
    void depthsAreThirdsOfTheBlocksAndTheEmbeddingsGoWithTheLowest() {
        assertThat(depth("embeddings.word_embeddings.weight")).isEqualTo("lower blocks");
        assertThat(depth("encoder.layer.0.output.dense.weight")).isEqualTo("lower blocks");
        assertThat(depth("encoder.layer.2.output.dense.weight")).isEqualTo("middle blocks");
        assertThat(depth("encoder.layer.5.output.dense.weight")).isEqualTo("upper blocks");
    }

    private static String depth(String weight) {
        return ParameterGroups.DEPTHS.partOf(weight, 6);
    }

    @Test
    void theReaderOfInstructionsIsAPartOfItsOwn() {
        assertThat(ParameterGroups.EXPERTS.partOf("instruction_encoder.encoder.layer.0.output.dense.weight", 6))
                .isEqualTo("reader of instructions");
    }
}
