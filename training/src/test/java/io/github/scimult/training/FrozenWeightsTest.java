package io.github.scimult.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.encoder.architecture.BlockPattern;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.checkpoint.ModelFolder;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.encoder.nn.layer.Precision;
import io.github.scimult.training.fixture.OnTinyCollection;
import io.github.scimult.training.fixture.TinyRun;
import io.github.scimult.training.merge.WeightInterpolation;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;

/** Weights that training leaves as they are. */
class FrozenWeightsTest extends OnTinyCollection {
    private static final String EMBEDDINGS = "model.safetensors embeddings.word_embeddings.weight";
    private static final String FIRST_BLOCK = "model.safetensors encoder.layer.0.output.dense.weight";
    private static final String SECOND_BLOCK = "model.safetensors encoder.layer.1.output.dense.weight";

    @Test
    void frozenEmbeddingsStayAsTheyWereAndTheBlocksAreTrained() throws IOException {
        assertThat(changed("optim.frozen=embeddings"))
                .isEqualTo(Map.of(EMBEDDINGS, false, FIRST_BLOCK, true, SECOND_BLOCK, true));
    }

    @Test
    void frozenBlocksAreTheLowestOnes() throws IOException {
        assertThat(changed("optim.frozen=1"))
                .isEqualTo(Map.of(EMBEDDINGS, false, FIRST_BLOCK, false, SECOND_BLOCK, true));
    }

    @Test
    void withNothingFrozenAllAreTrained() throws IOException {
        assertThat(changed("optim.frozen=none"))
                .isEqualTo(Map.of(EMBEDDINGS, true, FIRST_BLOCK, true, SECOND_BLOCK, true));
    }

    @Test
    void whereNothingIsLeftToTrainTheRunIsRefused() {
        assertThatThrownBy(() -> changed("optim.frozen=40"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("40")
                .hasMessageContaining("optim.frozen");
    }

    @Test
    void withExpertsInAllOfEveryBlockNothingThatTasksShareIsTrained() throws IOException {
        assertThat(trainsExpertsAlone("mod1", 0)).isTrue();
        assertThat(trainsExpertsAlone("mod1", -1)).isFalse();
        assertThat(trainsExpertsAlone("mod2", 0)).isFalse();
    }

    private static boolean trainsExpertsAlone(String blocks, int frozenDepth) throws IOException {
        try (PointerScope scope = new PointerScope();
                PretrainedModel model = ModelFolder.load(Golden.path("tiny-bert"))) {
            EncoderConfig config = model.config()
                    .withExperts(BlockPattern.parse(
                            blocks + ":attn,fwd",
                            model.config().layers(),
                            List.of("search", "link", "classification")));
            return WeightInterpolation.trainsExpertsAlone(
                    model.load(config, Precision.FLOAT32).trainable(frozenDepth));
        }
    }

    private Map<String, Boolean> changed(String setting) throws IOException {
        TinyRun run = tinyRun("run", setting, "variant=vanilla", "budget.steps=4", "merge.alpha=1");
        run.start(Integer.MAX_VALUE);
        Map<String, int[]> before = TinyRun.weights(Golden.path("tiny-bert/model.safetensors"));
        Map<String, int[]> after = TinyRun.weights(run.folder().resolve("model.safetensors"));
        return Map.of(
                EMBEDDINGS, !Arrays.equals(before.get(EMBEDDINGS), after.get(EMBEDDINGS)),
                FIRST_BLOCK, !Arrays.equals(before.get(FIRST_BLOCK), after.get(FIRST_BLOCK)),
                SECOND_BLOCK, !Arrays.equals(before.get(SECOND_BLOCK), after.get(SECOND_BLOCK)));
    }
}
