package io.github.scimult.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.task.Task;
import io.github.scimult.encoder.fixture.GoldenModels;
import io.github.scimult.encoder.fixture.GoldenText;
import io.github.scimult.encoder.fixture.Numbers;
import io.github.scimult.encoder.inference.ComputeSettings;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Dropout;
import io.github.scimult.encoder.nn.layer.Precision;
import io.github.scimult.training.batch.TokenBatch;
import io.github.scimult.training.loss.Losses;
import io.github.scimult.training.optim.Parameter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;

class AccumulationTest {
    private static final ComputeSettings PLAN = new ComputeSettings(Precision.FLOAT32, AttentionKernel.FUSED, 1);

    @Test
    void theGradientsOfTwoAccumulatedBatchesAreTheMeanOfBoth() throws IOException {
        int[][] texts = GoldenText.ids(GoldenText.of("tiny-bert"));
        TokenBatch one = batch(texts, 0, 2);
        TokenBatch two = batch(texts, 4, 3);
        Map<String, double[]> first = gradients(1, one);
        Map<String, double[]> second = gradients(1, two);
        Map<String, double[]> both = gradients(0.5, one, two);
        assertThat(both.keySet()).isEqualTo(first.keySet());
        both.forEach((name, gradient) -> {
            double[] mean = new double[gradient.length];
            Arrays.setAll(mean, i -> (first.get(name)[i] + second.get(name)[i]) / 2);
            assertThat(Numbers.difference(gradient, mean)).as(name).isLessThan(1e-6 * (1 + Numbers.greatest(mean)));
        });
        assertThat(Numbers.greatest(both.get("embeddings.LayerNorm.weight"))).isPositive();
    }

    @Test
    void theLossIsThatOfTheBatchWhateverItsWeight() throws IOException {
        TokenBatch batch = batch(GoldenText.ids(GoldenText.of("tiny-bert")), 0, 3);
        try (PointerScope scope = new PointerScope()) {
            EncoderWeights encoder = GoldenModels.trainable(GoldenModels.tinyBert(Precision.FLOAT32));
            TrainingStep step = new TrainingStep(encoder, PLAN, Objective.of(Losses.INFO_NCE), 0);
            double whole = step.addGradients(batch, Dropout.NONE, 1);
            assertThat(step.addGradients(batch, Dropout.NONE, 0.25)).isEqualTo(whole);
        }
    }

    /** {@code size} queries, then as many positives; nothing excluded. */
    private static TokenBatch batch(int[][] texts, int from, int size) {
        return TokenBatch.inPlace(
                Task.LINK,
                new int[0],
                Arrays.copyOfRange(texts, from, from + size),
                Arrays.copyOfRange(texts, from + size, from + 2 * size));
    }

    private static Map<String, double[]> gradients(double weight, TokenBatch... batches) throws IOException {
        try (PointerScope scope = new PointerScope()) {
            EncoderWeights encoder = GoldenModels.trainable(GoldenModels.tinyBert(Precision.FLOAT32));
            for (TokenBatch batch : batches) {
                new TrainingStep(encoder, PLAN, Objective.of(Losses.INFO_NCE), 0)
                        .addGradients(batch, Dropout.NONE, weight);
            }
            Map<String, double[]> gradients = new TreeMap<>();
            for (Parameter parameter : Parameter.of(encoder)) {
                gradients.put(parameter.name(), Numbers.of(parameter.tensor().grad()));
            }
            return gradients;
        }
    }
}
