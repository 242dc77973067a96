package io.github.scimult.encoder.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.WeightTable;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.encoder.fixture.GoldenModels;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SciMultWeightNamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"release-attention-experts", "release-ffn-experts"})
    void everyWeightOfAReleaseHasAPlaceAndNoPlaceStaysEmpty(String folder) throws IOException {
        Path file = Golden.path(folder + "/weights.safetensors");
        EncoderConfig config;
        try (PretrainedModel model = ModelFolder.load(Golden.path("tiny-bert"))) {
            config = model.config().withExperts(GoldenModels.layout(folder));
        }
        WeightMap weights = StoredWeights.select(
                SciMultWeightNames.translate(SafetensorsFile.open(file).arrays(), file.toString()),
                config,
                file.toString());
        assertThat(weights.arrays().keySet())
                .isEqualTo(WeightTable.of(config).stored().keySet());
    }

    @Test
    void expertsHaveTheNamesOfTheirTasks() {
        assertThat(translated("encoder.layer.1.attention.self.moe_key.0.bias"))
                .isEqualTo("encoder.layer.1.attention.experts.search.self.key.bias");
        assertThat(translated("encoder.layer.11.attention.output.moe_dense.1.weight"))
                .isEqualTo("encoder.layer.11.attention.experts.link.output.dense.weight");
        assertThat(translated("encoder.layer.3.moe_layer.interm_layers.2.dense.weight"))
                .isEqualTo("encoder.layer.3.experts.classification.intermediate.dense.weight");
        assertThat(translated("encoder.layer.3.moe_layer.output_layers.0.LayerNorm.bias"))
                .isEqualTo("encoder.layer.3.experts.search.output.LayerNorm.bias");
    }

    @Test
    void sharedWeightsKeepTheirNames() {
        assertThat(translated("encoder.layer.0.output.dense.weight")).isEqualTo("encoder.layer.0.output.dense.weight");
        assertThat(translated("embeddings.word_embeddings.weight")).isEqualTo("embeddings.word_embeddings.weight");
    }

    @Test
    void anExpertBeyondTheThreeIsRefusedByName() {
        assertThatThrownBy(() -> translated("encoder.layer.1.attention.self.moe_key.3.bias"))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("model.ckpt")
                .hasMessageContaining("moe_key.3.bias")
                .hasMessageContaining("classification");
    }

    private static String translated(String name) {
        return SciMultWeightNames.translate(name, "model.ckpt");
    }
}
