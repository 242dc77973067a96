package io.github.scimult.training.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.InstructionConfig;
import io.github.scimult.encoder.architecture.Variant;
import io.github.scimult.encoder.architecture.WeightTable;
import io.github.scimult.encoder.fixture.Configurations;
import io.github.scimult.encoder.fixture.GoldenModels;
import io.github.scimult.encoder.nn.layer.Precision;
import java.io.IOException;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;

class ParameterGroupsTest {
    @Test
    void anEncodersPartsAreNamedFromTheInputUp() throws IOException {
        try (PointerScope scope = new PointerScope()) {
            EncoderConfig encoder = GoldenModels.tinyBert(Precision.FLOAT32).config();
            assertThat(ParameterGroups.WHOLE.of(encoder)).containsExactly("all");
            assertThat(ParameterGroups.KINDS.of(encoder)).containsExactly("embeddings", "attention", "feed-forward");
        }
    }

    @Test
    void expertsAreApartFromWhatAllShare() throws IOException {
        try (PointerScope scope = new PointerScope()) {
            EncoderConfig encoder = GoldenModels.release("release-attention-experts", Precision.FLOAT32)
                    .config();
            assertThat(ParameterGroups.EXPERTS.of(encoder)).first().isEqualTo("shared");
            assertThat(ParameterGroups.EXPERTS.of(encoder))
                    .hasSize(1 + encoder.experts().experts().size())
                    .contains("expert " + encoder.experts().experts().getFirst());
        }
    }

    @Test
    void depthsAreThirdsOfTheBlocksAndTheEmbeddingsGoWithTheLowest() {
        assertThat(part(ParameterGroups.DEPTHS, "embeddings.word_embeddings.weight"))
                .isEqualTo("lower blocks");
        assertThat(part(ParameterGroups.DEPTHS, "encoder.layer.0.output.dense.weight"))
                .isEqualTo("lower blocks");
        assertThat(part(ParameterGroups.DEPTHS, "encoder.layer.2.output.dense.weight"))
                .isEqualTo("middle blocks");
        assertThat(part(ParameterGroups.DEPTHS, "encoder.layer.5.output.dense.weight"))
                .isEqualTo("upper blocks");
    }

    @Test
    void theReaderOfInstructionsIsAPartOfItsOwn() {
        assertThat(part(ParameterGroups.EXPERTS, "instruction_encoder.encoder.layer.0.output.dense.weight"))
                .isEqualTo("reader of instructions");
    }

    /** Of a Prefix model of six blocks. */
    private static String part(ParameterGroups groups, String name) {
        EncoderConfig config = Configurations.bert(6, 32)
                .withInstructions(Variant.PREFIX.instructions(InstructionConfig.ofThePaper()));
        return groups.partOf(WeightTable.of(config).get(name), config.layers());
    }
}
