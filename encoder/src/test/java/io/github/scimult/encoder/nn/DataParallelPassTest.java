package io.github.scimult.encoder.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.encoder.fixture.GoldenModels;
import io.github.scimult.encoder.fixture.GoldenText;
import io.github.scimult.encoder.fixture.Numbers;
import io.github.scimult.encoder.packing.PackedBatch;
import io.github.scimult.encoder.packing.WorkerShares;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts shared out among lanes give what they give on one thread. */
class DataParallelPassTest {
    private static final double BOUND = 1e-12;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void vectorsAndGradientsAreThoseOfOnePackedBatch(int lanes) throws IOException {
        int[][] texts = GoldenText.ids(GoldenText.of("tiny-bert"));
        try (PointerScope scope = new PointerScope()) {
            Encoder encoder = GoldenModels.trainable(GoldenModels.tinyBert(Precision.FLOAT64));
            Tensor whole = encoder.encode(PackedBatch.of(texts), AttentionKernel.FUSED, Dropout.NONE);
            whole.mul(whole).mul(whole).sum().backward();
            Map<String, double[]> expected = takeGradients(encoder);
            try (DataParallelPass pass =
                    new DataParallelPass(encoder, Precision.FLOAT64, AttentionKernel.FUSED, Workers.of(lanes))) {
                Tensor vectors = pass.forward(texts, Dropout.NONE);
                assertThat(Numbers.difference(Numbers.of(vectors), Numbers.of(whole)))
                        .isLessThanOrEqualTo(BOUND);
                vectors.mul(vectors).mul(vectors).sum().backward();
                pass.backward(vectors.grad());
            }
            Map<String, double[]> gradients = takeGradients(encoder);
            assertThat(gradients.keySet()).isEqualTo(expected.keySet());
            gradients.forEach((name, gradient) -> assertThat(Numbers.difference(gradient, expected.get(name)))
                    .as(name)
                    .isLessThanOrEqualTo(BOUND * Math.max(1, Numbers.greatest(gradient))));
        }
    }

    @Test
    void embeddingsAloneAreTheSameAndNothingIsKeptForAWayBack() throws IOException {
        int[][] texts = GoldenText.ids(GoldenText.of("tiny-bert"));
        Dropout dropout = new SeededDropout(0.1, 0.1, 3);
        try (PointerScope scope = new PointerScope()) {
            Encoder encoder = GoldenModels.trainable(GoldenModels.tinyBert(Precision.FLOAT64));
            try (DataParallelPass there = pass(encoder);
                    DataParallelPass back = pass(encoder)) {
                Tensor alone = there.embed(texts, dropout);
                assertThat(Numbers.difference(Numbers.of(alone), Numbers.of(back.forward(texts, dropout))))
                        .isLessThanOrEqualTo(BOUND);
                assertThatThrownBy(() -> there.backward(alone)).hasMessageContaining("does not require grad");
                back.backward(alone);
            }
        }
    }

    private static DataParallelPass pass(Encoder encoder) {
        return new DataParallelPass(encoder, Precision.FLOAT64, AttentionKernel.PRODUCTS, Workers.of(2));
    }

    @Test
    void gradientsAreAddedToThoseThatAreThere() throws IOException {
        int[][] texts = GoldenText.ids(GoldenText.of("tiny-bert"));
        try (PointerScope scope = new PointerScope()) {
            Encoder encoder = GoldenModels.trainable(GoldenModels.tinyBert(Precision.FLOAT64));
            double[] once = normGradient(encoder, texts);
            encoder.visit((name, weight) -> weight.mutable_grad().reset());
            normGradient(encoder, texts);
            double[] twice = normGradient(encoder, texts);
            assertThat(Numbers.greatest(once)).isPositive();
            assertThat(Numbers.difference(
                            twice, Arrays.stream(once).map(g -> 2 * g).toArray()))
                    .isLessThanOrEqualTo(BOUND);
        }
    }

    private static double[] normGradient(Encoder encoder, int[][] texts) {
        try (DataParallelPass pass = pass(encoder)) {
            Tensor vectors = pass.forward(texts, new SeededDropout(0.1, 0.1, 3));
            vectors.mul(vectors).sum().backward();
            pass.backward(vectors.grad());
        }
        return Numbers.of(encoder.embeddings().norm().weight().grad());
    }

    @Test
    void lanesDropDifferentComponentsAndTheSameOnesEveryTime() throws IOException {
        int[] text = {2, 65, 115, 3};
        int[][] twins = {text, text};
        try (PointerScope scope = new PointerScope()) {
            Encoder encoder = GoldenModels.trainable(GoldenModels.tinyBert(Precision.FLOAT64));
            double[] first = vectors(encoder, twins);
            double[] again = vectors(encoder, twins);
            assertThat(again).isEqualTo(first);
            int half = first.length / 2;
            assertThat(Numbers.difference(Arrays.copyOf(first, half), Arrays.copyOfRange(first, half, first.length)))
                    .isGreaterThan(1e-3);
        }
    }

    private static double[] vectors(Encoder encoder, int[][] texts) {
        try (DataParallelPass pass =
                new DataParallelPass(encoder, Precision.FLOAT64, AttentionKernel.FUSED, Workers.of(2))) {
            return Numbers.of(pass.forward(texts, new SeededDropout(0.3, 0, 9)));
        }
    }

    @Test
    void everyTextIsInOneShareAndSharesAreAboutEqual() {
        int[][] texts =
                IntStream.range(0, 65).mapToObj(i -> new int[2 + 37 * i % 200]).toArray(int[][]::new);
        List<int[]> shares = WorkerShares.of(texts, 3);
        assertThat(shares.stream().flatMapToInt(Arrays::stream).sorted().toArray())
                .containsExactly(IntStream.range(0, 65).toArray());
        long[] tokens = shares.stream()
                .mapToLong(share ->
                        Arrays.stream(share).mapToLong(row -> texts[row].length).sum())
                .toArray();
        assertThat(Arrays.stream(tokens).max().orElseThrow()
                        - Arrays.stream(tokens).min().orElseThrow())
                .isLessThan(100);
    }

    @Test
    void whatGoesWrongOnALaneComesToTheCaller() {
        Workers lanes = Workers.of(2);
        assertThatThrownBy(() -> lanes.run(lane -> {
                    if (lane == 1) {
                        throw new IllegalStateException("lane 1 failed");
                    }
                    return lane;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("lane 1 failed");
        assertThat(lanes.run(lane -> lane)).containsExactly(0, 1);
    }

    private static Map<String, double[]> takeGradients(Encoder encoder) {
        Map<String, double[]> gradients = new TreeMap<>();
        encoder.visit((name, weight) -> {
            if (weight.grad().defined()) {
                gradients.put(name, Numbers.of(weight.grad()));
                weight.mutable_grad().reset();
            }
        });
        return gradients;
    }
}
