package io.github.scimult.training;

import static org.bytedeco.pytorch.global.torch.zeros;

import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.inference.ComputeSettings;
import io.github.scimult.encoder.nn.DataParallelPass;
import io.github.scimult.encoder.nn.Encoder;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.nn.layer.Dropout;
import io.github.scimult.encoder.packing.TokenChunks;
import io.github.scimult.encoder.tensor.HeapGrowth;
import io.github.scimult.training.batch.TokenBatch;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;

/**
 * The computation of one step: texts through the encoder, similarities, loss, gradients.
 *
 * <p>A batch of more texts than memory should hold goes through in chunks, twice: first for the embeddings alone, from which
 * the loss and the gradient of each embedding follow; then chunk by chunk once more, each taking its embeddings' gradients
 * down (Gao et al., "Scaling deep contrastive learning batch size under memory limited setup", 2021). The gradients are
 * those of the whole batch, for the memory of one chunk.
 *
 * @param weights leaves, those that are trained requiring gradients
 * @param plan precision, attention kernel and workers
 * @param objective what is minimised
 * @param chunkTokens the maximum number of tokens of texts at once; 0 for the whole batch
 */
record TrainingStep(EncoderWeights weights, ComputeSettings plan, Objective objective, int chunkTokens) {
    /**
     * Adds a batch's gradients to those that are there.
     *
     * @param weight factor on the loss: 1 over the number of batches that are accumulated
     * @return the loss, without the factor
     */
    double addGradients(TokenBatch batch, Dropout dropout, double weight) {
        int[][] texts = batch.texts();
        List<int[]> chunks = TokenChunks.of(texts, chunkTokens);
        try (PointerScope scope = new PointerScope()) {
            if (chunks.size() > 1) {
                return addInChunks(batch, texts, chunks, dropout, weight);
            }
            try (DataParallelPass pass = pass(batch)) {
                Tensor vectors = pass.forward(texts, dropout); // (n + m, H)
                double value = backward(batch, vectors, weight);
                pass.backward(vectors.grad());
                return value;
            }
        }
    }

    private double addInChunks(TokenBatch batch, int[][] texts, List<int[]> chunks, Dropout dropout, double weight) {
        EncoderConfig config = weights.config();
        HeapGrowth growth = new HeapGrowth();
        Tensor vectors = zeros(
                new long[] {texts.length, config.hiddenSize()},
                new TensorOptions(plan.precision().master())); // (n + m, H)
        for (int chunk = 0; chunk < chunks.size(); chunk++) {
            try (DataParallelPass pass = pass(batch)) {
                int[] rows = chunks.get(chunk);
                vectors.index_copy_(0, longs(rows), pass.embed(some(texts, rows), dropout.forPart(chunk)));
            }
            growth.bound();
        }
        vectors.requires_grad_(true);
        double value = backward(batch, vectors, weight);
        for (int chunk = 0; chunk < chunks.size(); chunk++) {
            try (DataParallelPass pass = pass(batch)) {
                int[] rows = chunks.get(chunk);
                pass.forward(some(texts, rows), dropout.forPart(chunk));
                pass.backward(vectors.grad().index_select(0, longs(rows)));
            }
            growth.bound();
        }
        return value;
    }

    private DataParallelPass pass(TokenBatch batch) {
        Encoder expert = weights.expertFor(batch.task());
        return new DataParallelPass(expert, batch.instruction(), plan.precision(), plan.attention(), plan.workers());
    }

    private double backward(TokenBatch batch, Tensor vectors, double weight) {
        return objective.of(batch.task(), weights.config()).addGradients(batch, vectors, weight);
    }

    private static int[][] some(int[][] texts, int[] rows) {
        return Arrays.stream(rows).mapToObj(row -> texts[row]).toArray(int[][]::new);
    }

    private static Tensor longs(int[] rows) {
        return Tensor.create(Arrays.stream(rows).asLongStream().toArray());
    }
}
