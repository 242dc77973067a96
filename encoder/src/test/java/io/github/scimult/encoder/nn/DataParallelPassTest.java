package io.github.scimult.encoder.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.encoder.architecture.Layer;
import io.github.scimult.encoder.fixture.Configurations;
import io.github.scimult.encoder.fixture.GoldenModels;
import io.github.scimult.encoder.fixture.GoldenText;
import io.github.scimult.encoder.fixture.Numbers;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Dropout;
import io.github.scimult.encoder.nn.layer.Precision;
import io.github.scimult.encoder.nn.layer.SeededDropout;
import io.github.scimult.encoder.packing.PackedBatch;
import io.github.scimult.encoder.packing.WorkerShares;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts shared out among workers give what they give on one thread. */
class DataParallelPassTest {
    private static final double BOUND = 1e-12;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void vectorsAndGradientsAreThoseOfOnePackedBatch(int workers) throws IOException {
        int[][] texts = GoldenText.ids(GoldenText.of("tiny-bert"));
        try (PointerScope scope = new PointerScope()) {
            Encoder encoder = GoldenModels.trainable(GoldenModels.tinyBert(Precision.FLOAT64))
                    .expert(0);
            Tensor whole = encoder.encode(PackedBatch.of(texts), AttentionKernel.FUSED, Dropout.NONE);
            whole.mul(whole).mul(whole).sum().backward();
            Map<String, double[]> expected = takeGradients(encoder);
            try (DataParallelPass pass =
                    new DataParallelPass(encoder, Precision.FLOAT64, AttentionKernel.FUSED, Workers.of(workers))) {
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
            Encoder encoder = GoldenModels.trainable(GoldenModels.tinyBert(Precision.FLOAT64))
                    .expert(0);
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
        return new DataParallelPass(encoder, Precision.FLOAT64, AttentionKernel.EAGER, Workers.of(2));
    }

    @Test
    void gradientsAreAddedToThoseThatAreThere() throws IOException {
        int[][] texts = GoldenText.ids(GoldenText.of("tiny-bert"));
        try (PointerScope scope = new PointerScope()) {
            Encoder encoder = GoldenModels.trainable(GoldenModels.tinyBert(Precision.FLOAT64))
                    .expert(0);
            double[] once = normGradient(encoder, texts);
            encoder.visit((weight, tensor) -> tensor.mutable_grad().reset());
            normGradient(encoder, texts);
            double[] twice = normGradient(encoder, texts);
            assertThat(Numbers.greatest(once)).isPositive();
            assertThat(Numbers.difference(
                            twice, Arrays.stream(once).map(g -> 2 * g).toArray()))
                    .isLessThanOrEqualTo(BOUND);
        }
    }

    /** Weights of more components than are summed at once, in 32 bits, where the sum takes the place of one, and in 16, where it cannot. */
    @ParameterizedTest
    @EnumSource(names = {"FLOAT32", "BFLOAT16"})
    void gradientsOfLargeWeightsAreAddedUpWhole(Precision precision) {
        int[][] texts = {{2, 30, 40, 3}, {2, 50, 3}, {2, 30, 60, 70, 3}, {2, 3}};
        torch.manual_seed(7);
        try (PointerScope scope = new PointerScope()) {
            EncoderWeights weights = EncoderWeights.make(
                    Configurations.bert(1, 256, 2_000),
                    weight -> torch.randn(weight.shape()).mul(new Scalar(0.05)));
            Encoder encoder = weights.trainable().expert(0);
            Map<String, double[]> alone = gradients(encoder, texts, precision, 1);
            Map<String, double[]> shared = gradients(encoder, texts, precision, 3);
            double bound = precision == Precision.FLOAT32 ? 1e-5 : 0.05;
            assertThat(shared.keySet()).isEqualTo(alone.keySet());
            shared.forEach((name, gradient) -> assertThat(Numbers.difference(gradient, alone.get(name)))
                    .as(name)
                    .isLessThanOrEqualTo(bound * Math.max(1e-3, Numbers.greatest(gradient))));
            gradients(encoder, texts, precision, 3)
                    .forEach((name, again) -> assertThat(again).as(name).isEqualTo(shared.get(name)));
        }
    }

    private static Map<String, double[]> gradients(Encoder encoder, int[][] texts, Precision precision, int workers) {
        try (DataParallelPass pass =
                new DataParallelPass(encoder, precision, AttentionKernel.EAGER, Workers.of(workers))) {
            Tensor vectors = pass.forward(texts, Dropout.NONE);
            vectors.mul(vectors).mul(vectors).sum().backward();
            pass.backward(vectors.grad());
        }
        return takeGradients(encoder);
    }

    private static double[] normGradient(Encoder encoder, int[][] texts) {
        try (DataParallelPass pass = pass(encoder)) {
            Tensor vectors = pass.forward(texts, new SeededDropout(0.1, 0.1, 3));
            vectors.mul(vectors).sum().backward();
            pass.backward(vectors.grad());
        }
        List<double[]> norm = new ArrayList<>();
        encoder.visit((weight, tensor) -> {
            if (weight.layer() == Layer.EMBEDDING_NORM && !weight.role().isBias()) {
                norm.add(Numbers.of(tensor.grad()));
            }
        });
        return norm.getFirst();
    }

    @Test
    void workersDropDifferentComponentsAndTheSameOnesEveryTime() throws IOException {
        int[] text = {2, 65, 115, 3};
        int[][] twins = {text, text};
        try (PointerScope scope = new PointerScope()) {
            Encoder encoder = GoldenModels.trainable(GoldenModels.tinyBert(Precision.FLOAT64))
                    .expert(0);
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
    void whatGoesWrongOnAWorkerComesToTheCaller() {
        Workers workers = Workers.of(2);
        assertThatThrownBy(() -> workers.run(worker -> {
                    if (worker == 1) {
                        throw new IllegalStateException("worker 1 failed");
                    }
                    return worker;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("worker 1 failed");
        assertThat(workers.run(worker -> worker)).containsExactly(0, 1);
    }

    /** The workers are the process's own: what one left open would stay open on its thread and keep all that is made there. */
    @Test
    void aWorkerThatCannotBeginLeavesNoScopeOnItsThread() throws IOException {
        int[][] texts = GoldenText.ids(GoldenText.of("tiny-bert"));
        Workers workers = Workers.of(2);
        List<PointerScope> before = workers.run(worker -> PointerScope.getInnerScope());
        try (PointerScope scope = new PointerScope()) {
            Encoder encoder = GoldenModels.trainable(GoldenModels.tinyBert(Precision.FLOAT64))
                    .expert(0);
            try (DataParallelPass pass = pass(encoder)) {
                encoder.visit((weight, tensor) -> tensor.close());
                assertThatThrownBy(() -> pass.forward(texts, Dropout.NONE)).isInstanceOf(NullPointerException.class);
            }
        }
        assertThat(workers.run(worker -> PointerScope.getInnerScope())).isEqualTo(before);
    }

    private static Map<String, double[]> takeGradients(Encoder encoder) {
        Map<String, double[]> gradients = new TreeMap<>();
        encoder.visit((weight, tensor) -> {
            if (tensor.grad().defined()) {
                gradients.put(weight.name(), Numbers.of(tensor.grad()));
                tensor.mutable_grad().reset();
            }
        });
        return gradients;
    }
}
