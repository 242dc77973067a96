package io.github.scimult.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.pytorch.global.torch.cat;

import io.github.scimult.core.task.Task;
import io.github.scimult.encoder.fixture.GoldenModels;
import io.github.scimult.encoder.fixture.GoldenText;
import io.github.scimult.encoder.fixture.Numbers;
import io.github.scimult.encoder.inference.ComputeSettings;
import io.github.scimult.encoder.nn.DataParallelPass;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Dropout;
import io.github.scimult.encoder.nn.layer.Precision;
import io.github.scimult.encoder.nn.layer.SeededDropout;
import io.github.scimult.encoder.packing.TokenChunks;
import io.github.scimult.training.batch.TokenBatch;
import io.github.scimult.training.loss.InfoNce;
import io.github.scimult.training.loss.Losses;
import io.github.scimult.training.loss.Scores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.junit.jupiter.api.Test;

/** A batch that goes through in chunks leaves the gradients of the whole batch. */
class ChunkedStepTest {
    private static final ComputeSettings PLAN = new ComputeSettings(Precision.FLOAT64, AttentionKernel.FUSED, 2);
    private static final double BOUND = 1e-10;
    private static final int CHUNK = 60;

    @Test
    void chunksLeaveTheGradientsOfTheWholeBatch() throws IOException {
        TokenBatch batch = batch();
        assertThat(TokenChunks.of(batch.texts(), CHUNK)).hasSizeGreaterThan(2);
        Map<String, double[]> whole = new TreeMap<>();
        Map<String, double[]> chunked = new TreeMap<>();
        double loss = step(batch, 0, Dropout.NONE, whole);
        assertThat(step(batch, CHUNK, Dropout.NONE, chunked))
                .isCloseTo(loss, org.assertj.core.data.Offset.offset(BOUND));
        assertThatAreEqual(chunked, whole);
    }

    @Test
    void chunksReplayTheirDropout() throws IOException {
        TokenBatch batch = batch();
        Dropout dropout = new SeededDropout(0.2, 0.1, 5);
        Map<String, double[]> chunked = new TreeMap<>();
        step(batch, CHUNK, dropout, chunked);
        assertThatAreEqual(chunked, gradientsOfOneGraph(batch, new SeededDropout(0.2, 0.1, 5)));
        Map<String, double[]> without = new TreeMap<>();
        step(batch, CHUNK, Dropout.NONE, without);
        assertThat(Numbers.difference(
                        chunked.get("embeddings.LayerNorm.weight"), without.get("embeddings.LayerNorm.weight")))
                .isGreaterThan(1e-6);
    }

    @Test
    void everyTextIsInOneChunkAndNoChunkIsTooLarge() {
        int[][] texts =
                IntStream.range(0, 50).mapToObj(i -> new int[2 + 29 * i % 90]).toArray(int[][]::new);
        List<int[]> chunks = TokenChunks.of(texts, 100);
        assertThat(chunks.stream().flatMapToInt(Arrays::stream).sorted().toArray())
                .containsExactly(IntStream.range(0, 50).toArray());
        assertThat(chunks)
                .allSatisfy(chunk -> assertThat(Arrays.stream(chunk)
                                .map(row -> texts[row].length)
                                .sum())
                        .isLessThanOrEqualTo(100));
        assertThat(TokenChunks.of(texts, 0)).hasSize(1);
        assertThat(TokenChunks.of(texts, 1)).as("one text at least").hasSize(50);
    }

    private static TokenBatch batch() throws IOException {
        int[][] texts = GoldenText.ids(GoldenText.of("tiny-bert"));
        int size = Math.min(5, texts.length / 2);
        return TokenBatch.inPlace(
                Task.LINK, new int[0], Arrays.copyOfRange(texts, 0, size), Arrays.copyOfRange(texts, size, 2 * size));
    }

    private static double step(TokenBatch batch, int chunk, Dropout dropout, Map<String, double[]> gradients)
            throws IOException {
        try (PointerScope scope = new PointerScope()) {
            EncoderWeights encoder = GoldenModels.trainable(GoldenModels.tinyBert(Precision.FLOAT64));
            double loss = new TrainingStep(encoder, PLAN, Objective.of(Losses.INFO_NCE), chunk)
                    .addGradients(batch, dropout, 1);
            collect(encoder, gradients);
            return loss;
        }
    }

    /** The same chunks, all held at once, under one loss. */
    private static Map<String, double[]> gradientsOfOneGraph(TokenBatch batch, Dropout dropout) throws IOException {
        Map<String, double[]> gradients = new TreeMap<>();
        int[][] texts = batch.texts();
        List<int[]> chunks = TokenChunks.of(texts, CHUNK);
        try (PointerScope scope = new PointerScope()) {
            EncoderWeights encoder = GoldenModels.trainable(GoldenModels.tinyBert(Precision.FLOAT64));
            List<DataParallelPass> passes = new ArrayList<>();
            List<Tensor> leaves = new ArrayList<>();
            TensorVector parts = new TensorVector();
            int[] place = new int[texts.length];
            int next = 0;
            for (int chunk = 0; chunk < chunks.size(); chunk++) {
                int[][] some = Arrays.stream(chunks.get(chunk))
                        .mapToObj(row -> texts[row])
                        .toArray(int[][]::new);
                passes.add(new DataParallelPass(encoder.expert(0), PLAN.precision(), PLAN.attention(), PLAN.workers()));
                leaves.add(passes.getLast().forward(some, dropout.forPart(chunk)));
                parts.push_back(leaves.getLast());
                for (int row : chunks.get(chunk)) {
                    place[row] = next++;
                }
            }
            Tensor vectors = cat(parts, 0).index_select(0, Tensor.create(place));
            long queries = batch.queries().length;
            Tensor scores = Scores.of(
                    vectors.narrow(0, 0, queries),
                    vectors.narrow(0, queries, texts.length - queries),
                    encoder.config().similarity(),
                    encoder.config().scale());
            new InfoNce().perQuery(scores, batch.sets()).mean().backward();
            for (int chunk = 0; chunk < chunks.size(); chunk++) {
                passes.get(chunk).backward(leaves.get(chunk).grad());
            }
            collect(encoder, gradients);
            for (DataParallelPass pass : passes.reversed()) {
                pass.close();
            }
        }
        return gradients;
    }

    private static void collect(EncoderWeights encoder, Map<String, double[]> gradients) {
        encoder.visit((weight, tensor) -> {
            if (tensor.grad().defined()) {
                gradients.put(weight.name(), Numbers.of(tensor.grad()));
            }
        });
    }

    private static void assertThatAreEqual(Map<String, double[]> actual, Map<String, double[]> expected) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        actual.forEach((name, gradient) -> assertThat(Numbers.difference(gradient, expected.get(name)))
                .as(name)
                .isLessThanOrEqualTo(BOUND * Math.max(1, Numbers.greatest(expected.get(name)))));
    }
}
