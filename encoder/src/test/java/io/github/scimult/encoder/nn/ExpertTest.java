package io.github.scimult.encoder.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.encoder.architecture.ExpertLayout;
import io.github.scimult.encoder.fixture.GoldenModels;
import io.github.scimult.encoder.fixture.GoldenText;
import io.github.scimult.encoder.fixture.Packing;
import io.github.scimult.encoder.packing.PackedBatch;
import io.github.scimult.encoder.tensor.Libtorch;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
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
            Encoder dense = GoldenModels.trainable(GoldenModels.tinyBert(Precision.FLOAT32));
            Encoder single = GoldenModels.trainable(withOneExpert(dense));
            for (AttentionKernel kernel : AttentionKernel.values()) {
                assertThat(Packing.PACKED.encode(single.forExpert(0), texts, kernel))
                        .isDeepEqualTo(Packing.PACKED.encode(dense, texts, kernel));
                Map<String, double[]> expected = Gradients.of(dense, Packing.PACKED.batches(texts), kernel);
                Map<String, double[]> actual = Gradients.of(single.forExpert(0), Packing.PACKED.batches(texts), kernel);
                assertThat(actual).hasSameSizeAs(expected);
                actual.forEach(
                        (name, gradient) -> assertThat(gradient).as(name).isEqualTo(expected.get(denseName(name))));
            }
        }
    }

    @Test
    void aSingleExpertsWeightsAreShownUnderItsName() throws IOException {
        try (PointerScope scope = new PointerScope()) {
            Encoder single = withOneExpert(GoldenModels.tinyBert(Precision.FLOAT32));
            Map<String, Tensor> weights = named(single);
            Set<String> asked = new TreeSet<>();
            Encoder.load(single.config(), (name, shape) -> {
                asked.add(name);
                return weights.get(name);
            });
            assertThat(asked)
                    .isEqualTo(weights.keySet())
                    .contains("encoder.layer.0.experts.search.output.dense.weight")
                    .doesNotContain("encoder.layer.0.output.dense.weight");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"release-attention-experts", "release-ffn-experts"})
    void aGradientNeverReachesAnExpertWhoseTurnItIsNot(String folder) throws IOException {
        int[][] texts = GoldenText.ids(GoldenText.of("tiny-bert"));
        try (PointerScope scope = new PointerScope()) {
            Encoder encoder = GoldenModels.trainable(GoldenModels.release(folder, Precision.FLOAT32));
            List<String> experts = encoder.config().experts().experts();
            for (int expert = 0; expert < experts.size(); expert++) {
                encoder.forExpert(expert)
                        .encode(PackedBatch.of(texts), AttentionKernel.FUSED, Dropout.NONE)
                        .sum()
                        .backward();
                String own = ".experts." + experts.get(expert) + ".";
                encoder.visit((name, weight) -> {
                    boolean takesPart = !name.contains(".experts.") || name.contains(own);
                    assertThat(weight.grad().defined()).as(name).isEqualTo(takesPart);
                    weight.mutable_grad().reset();
                });
            }
        }
    }

    @Test
    void theCastForAPrecisionLetsTheGradientThrough() throws IOException {
        int[][] texts = GoldenText.ids(GoldenText.of("tiny-bert"));
        try (PointerScope scope = new PointerScope()) {
            Encoder encoder = GoldenModels.trainable(GoldenModels.tinyBert(Precision.BFLOAT16));
            encoder.computingIn(Precision.BFLOAT16)
                    .encode(PackedBatch.of(texts), AttentionKernel.PRODUCTS, Dropout.NONE)
                    .sum()
                    .backward();
            encoder.visit((name, weight) -> {
                assertThat(weight.grad().defined()).as(name).isTrue();
                assertThat(Libtorch.typeOf(weight.grad())).as(name).isEqualTo(ScalarType.Float);
            });
        }
    }

    @Test
    void anEncoderWithExpertsRefusesToRunBeforeOneIsChosen() throws IOException {
        try (PointerScope scope = new PointerScope()) {
            Encoder encoder = GoldenModels.release("release-ffn-experts", Precision.FLOAT32);
            PackedBatch batch = PackedBatch.of(new int[][] {{2, 3}});
            assertThatThrownBy(() -> encoder.encode(batch, AttentionKernel.FUSED, Dropout.NONE))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("3 experts");
        }
    }

    private static Encoder withOneExpert(Encoder dense) {
        Map<String, Tensor> weights = named(dense);
        return Encoder.load(
                        dense.config().withExperts(ONE),
                        (name, shape) -> weights.get(denseName(name)).detach().clone())
                .map(Tensor::detach);
    }

    private static Map<String, Tensor> named(Encoder encoder) {
        Map<String, Tensor> weights = new TreeMap<>();
        encoder.visitNamed(weights::put);
        return weights;
    }

    private static String denseName(String name) {
        return name.replace(".experts.search", "");
    }
}
