package io.github.scimult.encoder.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.encoder.architecture.Pooling;
import io.github.scimult.encoder.fixture.GoldenModels;
import io.github.scimult.encoder.fixture.GoldenText;
import io.github.scimult.encoder.fixture.Numbers;
import io.github.scimult.encoder.fixture.Packing;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Precision;
import io.github.scimult.encoder.packing.PackedBatch;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However texts are packed, embeddings and gradients are those of the plain padded batch. */
class PackingTest {
    private static final double BOUND = 1e-12;

    @ParameterizedTest
    @CsvSource({"FUSED, CLS", "FUSED, MEAN", "EAGER, CLS", "EAGER, MEAN"})
    void everyWeightHasTheGradientOfThePaddedBatch(AttentionKernel kernel, Pooling pooling) throws IOException {
        int[][] texts = GoldenText.ids(GoldenText.of("tiny-bert"));
        try (PointerScope scope = new PointerScope()) {
            Encoder encoder = GoldenModels.pooled(
                            GoldenModels.trainable(GoldenModels.tinyBert(Precision.FLOAT64)), pooling)
                    .expert(0);
            Map<String, double[]> padded = Gradients.of(encoder, Packing.PADDED.batches(texts), kernel);
            for (Packing packing : Packing.values()) {
                Map<String, double[]> packed = Gradients.of(encoder, packing.batches(texts), kernel);
                assertThat(packed.keySet()).isEqualTo(padded.keySet());
                packed.forEach((name, gradient) -> assertThat(Numbers.difference(gradient, padded.get(name)))
                        .as("%s %s", name, packing)
                        .isLessThanOrEqualTo(BOUND * Math.max(1, Numbers.greatest(padded.get(name)))));
            }
        }
    }

    @Test
    void everyWeightHasTheSameGradientThroughAnExpert() throws IOException {
        int[][] texts = GoldenText.ids(GoldenText.of("tiny-bert"));
        for (String folder : List.of("release-attention-experts", "release-ffn-experts")) {
            try (PointerScope scope = new PointerScope()) {
                Encoder expert = GoldenModels.trainable(GoldenModels.release(folder, Precision.FLOAT64))
                        .expert(1);
                Map<String, double[]> padded =
                        Gradients.of(expert, Packing.PADDED.batches(texts), AttentionKernel.FUSED);
                Map<String, double[]> packed =
                        Gradients.of(expert, Packing.PACKED.batches(texts), AttentionKernel.FUSED);
                padded.forEach((name, gradient) -> assertThat(Numbers.difference(packed.get(name), gradient))
                        .as(name)
                        .isLessThanOrEqualTo(BOUND * Math.max(1, Numbers.greatest(gradient))));
            }
        }
    }

    /** 2,048 times the same text of 2²⁰ tokens are 2³¹. */
    @Test
    void moreTokensThanCanBeCountedAreRefused() {
        int[][] texts = new int[2_048][];
        Arrays.fill(texts, new int[1 << 20]);
        assertThatThrownBy(() -> PackedBatch.of(texts))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2,048 texts of 2,147,483,648 tokens")
                .hasMessageContaining("give it fewer texts at a time");
        assertThat(PackedBatch.of(Arrays.copyOf(texts, 2_047)).tokens()).isEqualTo(2_047 << 20);
    }

    @Test
    void paddingDoesNotChangeTheEmbedding() throws IOException {
        int[] text = {2, 65, 115, 3};
        int[] longer = IntStream.range(0, 128).map(i -> 100 + i).toArray();
        try (PointerScope scope = new PointerScope()) {
            for (Pooling pooling : Pooling.values()) {
                Encoder encoder = GoldenModels.pooled(GoldenModels.tinyBert(Precision.FLOAT64), pooling)
                        .expert(0);
                for (AttentionKernel kernel : AttentionKernel.values()) {
                    double[] alone = Packing.ALONE.encode(encoder, new int[][] {text}, kernel)[0];
                    double[] padded = Packing.PADDED.encode(encoder, new int[][] {text, longer}, kernel)[0];
                    assertThat(Numbers.difference(padded, alone)).isLessThanOrEqualTo(BOUND);
                }
            }
        }
    }

    @Test
    void aTextsNeighboursDoNotChangeItsEmbedding() throws IOException {
        int[] text = {2, 65, 115, 3};
        int[][] some = {text, {2, 300, 301, 302, 3}, {2, 3}};
        int[][] others = {text, {2, 7, 8, 9, 3}, {2, 400, 401, 3}};
        try (PointerScope scope = new PointerScope()) {
            Encoder encoder = GoldenModels.tinyBert(Precision.FLOAT64).expert(0);
            double[] first = Packing.PADDED.encode(encoder, some, AttentionKernel.FUSED)[0];
            double[] second = Packing.PADDED.encode(encoder, others, AttentionKernel.FUSED)[0];
            assertThat(Numbers.difference(first, second)).isLessThanOrEqualTo(BOUND);
        }
    }

    @Test
    void embeddingsOfManyTextsComeInTheCallersOrder() throws IOException {
        Random random = new Random(5);
        int[][] texts = IntStream.range(0, 60)
                .mapToObj(i -> random.ints(2 + random.nextInt(126), 5, 600).toArray())
                .toArray(int[][]::new);
        assertThat(PackedBatch.of(texts).groups().size()).isGreaterThan(2);
        try (PointerScope scope = new PointerScope()) {
            Encoder encoder = GoldenModels.tinyBert(Precision.FLOAT64).expert(0);
            double[][] alone = Packing.ALONE.encode(encoder, texts, AttentionKernel.EAGER);
            double[][] packed = Packing.PACKED.encode(encoder, texts, AttentionKernel.FUSED);
            for (int i = 0; i < texts.length; i++) {
                assertThat(Numbers.difference(packed[i], alone[i])).isLessThanOrEqualTo(BOUND);
            }
        }
    }

    @Test
    void theCheapestGroupsCostNoMoreThanOneRectangleOrNoPadding() {
        Random random = new Random(6);
        for (int size : new int[] {1, 2, 17, 200}) {
            int[][] texts = IntStream.range(0, size)
                    .mapToObj(i -> new int[2 + random.nextInt(254)])
                    .toArray(int[][]::new);
            long packed = cost(PackedBatch.of(texts));
            assertThat(packed).isLessThanOrEqualTo(cost(PackedBatch.padded(texts)));
            assertThat(packed).isLessThanOrEqualTo(cost(PackedBatch.unpadded(texts)));
            assertThat(PackedBatch.unpadded(texts).rows())
                    .isEqualTo(
                            Arrays.stream(texts).mapToInt(text -> text.length).sum());
        }
    }

    private static long cost(PackedBatch batch) {
        return batch.rows() + 64L * batch.groups().size();
    }
}
