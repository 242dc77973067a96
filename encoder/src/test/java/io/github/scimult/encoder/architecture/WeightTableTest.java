package io.github.scimult.encoder.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.encoder.fixture.Configurations;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each weight once, from the input up. */
class WeightTableTest {
    private static final EncoderConfig PLAIN = Configurations.bert(2, 32, 100);
    private static final ExpertLayout TWO =
            new ExpertLayout(List.of("search", "link"), Map.of("classification", "link"), List.of(1), List.of(0));

    @Test
    void aPlainEncodersWeightsStandFromTheInputUp() {
        assertThat(WeightTable.of(PLAIN).weights())
                .extracting(Weight::name)
                .startsWith(
                        "embeddings.word_embeddings.weight",
                        "embeddings.position_embeddings.weight",
                        "embeddings.token_type_embeddings.weight",
                        "embeddings.LayerNorm.weight",
                        "embeddings.LayerNorm.bias",
                        "encoder.layer.0.attention.self.qkv.weight",
                        "encoder.layer.0.attention.self.qkv.bias",
                        "encoder.layer.0.attention.output.dense.weight",
                        "encoder.layer.0.attention.output.dense.bias",
                        "encoder.layer.0.attention.output.LayerNorm.weight",
                        "encoder.layer.0.attention.output.LayerNorm.bias",
                        "encoder.layer.0.intermediate.dense.weight",
                        "encoder.layer.0.intermediate.dense.bias",
                        "encoder.layer.0.output.dense.weight",
                        "encoder.layer.0.output.dense.bias",
                        "encoder.layer.0.output.LayerNorm.weight",
                        "encoder.layer.0.output.LayerNorm.bias",
                        "encoder.layer.1.attention.self.qkv.weight")
                .hasSize(5 + 2 * 12);
    }

    @Test
    void queryKeyAndValueAreOneMatrixInMemoryAndThreeInFiles() {
        Weight fused = WeightTable.of(PLAIN).get("encoder.layer.1.attention.self.qkv.weight");
        assertThat(fused.shape()).containsExactly(96, 32);
        assertThat(fused.storedShape()).containsExactly(32, 32);
        assertThat(fused.own().stored())
                .containsExactly(
                        "encoder.layer.1.attention.self.query.weight",
                        "encoder.layer.1.attention.self.key.weight",
                        "encoder.layer.1.attention.self.value.weight");
    }

    @Test
    void anExpertsWeightBeginsAsTheSharedOne() {
        WeightTable table = WeightTable.of(PLAIN.withExperts(TWO));
        Weight expert = table.get("encoder.layer.0.experts.link.output.LayerNorm.bias");
        assertThat(expert.origin().name()).isEqualTo("encoder.layer.0.output.LayerNorm.bias");
        assertThat(expert.expert()).isEqualTo("link");
        assertThat(expert.depth()).isEqualTo(1);
        assertThat(expert.layer().isNorm()).isTrue();
        assertThat(expert.isMatrix()).isFalse();
        assertThat(table.get("encoder.layer.0.output.LayerNorm.bias")).isNull();
        assertThat(table.get("encoder.layer.1.attention.output.LayerNorm.bias").expert())
                .as("the LayerNorm after the attention is shared")
                .isNull();
    }

    @Test
    void aReaderOfItsOwnHasEveryWeightOnceMore() {
        EncoderConfig prefix =
                PLAIN.withExperts(TWO).withInstructions(Variant.PREFIX.instructions(InstructionConfig.ofThePaper()));
        List<Weight> weights = WeightTable.of(prefix).weights();
        List<Weight> texts = WeightTable.of(PLAIN.withExperts(TWO)).weights();
        assertThat(weights).hasSize(2 * texts.size());
        Weight reader = weights.getLast();
        assertThat(reader.isOfReader()).isTrue();
        assertThat(reader.name()).isEqualTo("instruction_encoder.encoder.layer.1.output.LayerNorm.bias");
        assertThat(reader.origin().name()).isEqualTo("encoder.layer.1.output.LayerNorm.bias");
        Weight expert =
                WeightTable.of(prefix).get("instruction_encoder.encoder.layer.1.attention.experts.link.self.qkv.bias");
        assertThat(expert.unsplit().name()).isEqualTo("instruction_encoder.encoder.layer.1.attention.self.qkv.bias");
        assertThat(expert.origin().name()).isEqualTo("encoder.layer.1.attention.self.qkv.bias");
    }
}
