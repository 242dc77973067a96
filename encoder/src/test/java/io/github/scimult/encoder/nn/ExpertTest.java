package io.github.scimult.encoder.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.task.Task;
import io.github.scimult.encoder.architecture.ExpertLayout;
import io.github.scimult.encoder.fixture.GoldenModels;
import io.github.scimult.encoder.fixture.GoldenText;
import io.github.scimult.encoder.fixture.Packing;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Dropout;
import io.github.scimult.encoder.nn.layer.Precision;
import io.github.scimult.encoder.packing.PackedBatch;
import io.github.scimult.encoder.tensor.Libtorch;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Experts are whole sub-layers of their own, and nothing but the task's expert takes part. */
class ExpertTest {
    private static final ExpertLayout ONE = new ExpertLayout(List.of("search"), Map.of(), List.of(1, 3), List.of(0, 3));

    @Test
    void anExpertWithOneTaskIsTheDenseEncoderBitForBit() throws IOException {
        int[][] texts = GoldenText.ids(GoldenText.of("tiny-bert"));
        try (PointerScope scope = new PointerScope()) {
            EncoderWeights weights = GoldenModels.trainable(GoldenModels.tinyBert(Precision.FLOAT32));
            Encoder dense = weights.expert(0);
            Encoder single = GoldenModels.trainable(withOneExpert(weights)).expertFor(Task.SEARCH);
            for (AttentionKernel kernel : AttentionKernel.values()) {
                assertThat(Packing.PACKED.encode(single, texts, kernel))
                        .isDeepEqualTo(Packing.PACKED.encode(dense, texts, kernel));
                Map<String, double[]> expected = Gradients.of(dense, Packing.PACKED.batches(texts), kernel);
                Map<String, double[]> actual = Gradients.of(single, Packing.PACKED.batches(texts), kernel);
                assertThat(actual).hasSameSizeAs(expected);
                actual.forEach(
                        (name, gradient) -> assertThat(gradient).as(name).isEqualTo(expected.get(denseName(name))));
            }
        }
    }

    @Test
    void aSingleExpertsWeightsAreShownUnderItsName() throws IOException {
        try (PointerScope scope = new PointerScope()) {
            EncoderWeights single = withOneExpert(GoldenModels.tinyBert(Precision.FLOAT32));
            Set<String> shown = new TreeSet<>();
            single.expert(0).visit((weight, tensor) -> shown.add(weight.name()));
            assertThat(shown)
                    .contains("encoder.layer.0.experts.search.output.dense.weight")
                    .doesNotContain("encoder.layer.0.output.dense.weight");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"release-attention-experts", "release-ffn-experts"})
    void aGradientNeverReachesAnExpertWhoseTurnItIsNot(String folder) throws IOException {
        int[][] texts = GoldenText.ids(GoldenText.of("tiny-bert"));
        try (PointerScope scope = new PointerScope()) {
            EncoderWeights weights = GoldenModels.trainable(GoldenModels.release(folder, Precision.FLOAT32));
            List<String> experts = weights.config().experts().experts();
            for (int expert = 0; expert < experts.size(); expert++) {
                weights.expert(expert)
                        .encode(PackedBatch.of(texts), AttentionKernel.FUSED, Dropout.NONE)
                        .sum()
                        .backward();
                String own = ".experts." + experts.get(expert) + ".";
                weights.visit((weight, tensor) -> {
                    String name = weight.name();
                    boolean takesPart = !name.contains(".experts.") || name.contains(own);
                    assertThat(tensor.grad().defined()).as(name).isEqualTo(takesPart);
                    tensor.mutable_grad().reset();
                });
            }
        }
    }

    @Test
    void theCastForAPrecisionLetsTheGradientThrough() throws IOException {
        int[][] texts = GoldenText.ids(GoldenText.of("tiny-bert"));
        try (PointerScope scope = new PointerScope()) {
            Encoder encoder = GoldenModels.trainable(GoldenModels.tinyBert(Precision.BFLOAT16))
                    .expert(0);
            encoder.computingIn(Precision.BFLOAT16)
                    .encode(PackedBatch.of(texts), AttentionKernel.EAGER, Dropout.NONE)
                    .sum()
                    .backward();
            encoder.visit((weight, tensor) -> {
                assertThat(tensor.grad().defined()).as(weight.name()).isTrue();
                assertThat(Libtorch.typeOf(tensor.grad())).as(weight.name()).isEqualTo(ScalarType.Float);
            });
        }
    }

    @Test
    void aTaskThatNoExpertIsNamedForIsRefused() throws IOException {
        try (EncoderWeights weights = withOneExpert(GoldenModels.tinyBert(Precision.FLOAT32))) {
            assertThatThrownBy(() -> weights.expertFor(Task.LINK))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no expert for task link: there are [search]");
        }
    }

    private static EncoderWeights withOneExpert(EncoderWeights dense) {
        return EncoderWeights.make(
                dense.config().withExperts(ONE),
                weight -> dense.get(denseName(weight.name())).detach().clone());
    }

    private static String denseName(String name) {
        return name.replace(".experts.search", "");
    }
}
