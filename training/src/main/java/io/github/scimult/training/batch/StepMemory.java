package io.github.scimult.training.batch;

import io.github.scimult.encoder.architecture.BlockSizes;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.Weight;
import io.github.scimult.encoder.architecture.WeightTable;
import io.github.scimult.encoder.checkpoint.array.WeightArray;
import io.github.scimult.encoder.inference.ComputeSettings;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a training step takes of the machine's memory, estimated from the encoder's shape, and how many tokens of texts it may
 * therefore hold at once.
 *
 * <p>For each token autograd keeps in every block: the inputs of the four dense layers, queries, keys, values, both sums before a
 * LayerNorm and two dropout masks (11 H), and the feed-forward's state before and after its activation (2 F); eager
 * attention also its weights and what becomes of them (2 · heads · length), and with dropout of attention weights, which makes the
 * fused kernel eager as well, a mask (3 · heads · length). The fused kernel computes in 32-bit floats, so that in bfloat16 it keeps
 * queries, keys and values twice as wide, and its result once more (5 H of the narrow numbers); so are its tables with dropout.
 *
 * @param encoder as it is trained
 * @param compute precision, attention kernel and workers
 * @param dropsAttention whether attention weights are dropped
 * @param textTokens texts are cut after so many
 */
public record StepMemory(EncoderConfig encoder, ComputeSettings compute, boolean dropsAttention, int textTokens) {
    /** Of the machine's memory; the rest is for the program itself, files that are mapped, and other programs. */
    private static final double SHARE = 0.6;

    /**
     * What the allocator leaves unused between blocks of changing size, and what lives for a moment. Measured with a BERT-base: 1.15 to
     * 1.26, and 1.6 where single tensors exceed 64 MB.
     */
    private static final double SLACK = 1.3;

    private static final int FLOAT = 4;

    /** Smaller chunks would save little beside the weights, and take longer. */
    private static final int LEAST = 1024;

    /** The machine's memory, or the container's. @return bytes */
    public static long ofMachine() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize();
    }

    /**
     * Tokens that fit, for chunks of a batch.
     *
     * @param atMost so many are wanted; 0 for never dividing a batch, whatever it takes
     * @param memory the machine's, in bytes
     * @return at most {@code atMost}; where hardly anything is left, still 1,024
     */
    public int chunkTokens(int atMost, long memory) {
        if (atMost == 0) {
            return 0;
        }
        long fit = (long) ((SHARE * memory - weights()) / (SLACK * ofToken()));
        return (int) Math.min(atMost, Math.max(LEAST, fit));
    }

    /** Bytes that a token of a text takes until the backward pass. */
    long ofToken() {
        BlockSizes sizes = encoder.architecture().sizes();
        long hidden = 11L * sizes.hiddenSize() + 2L * sizes.feedForwardSize();
        boolean narrow = compute.precision().compute() != compute.precision().master();
        long table = (long) sizes.heads() * textTokens;
        long attention = switch (compute.attention()) {
            case EAGER -> (dropsAttention ? 3 : 2) * table;
            case FUSED -> (narrow ? 5L * sizes.hiddenSize() : 0) + (dropsAttention ? (narrow ? 6 : 3) * table : 0);
        };
        return encoder.layers() * (hidden + attention) * (narrow ? FLOAT / 2 : FLOAT);
    }

    /** Bytes of all weights with both moments of AdamW, and of each worker's gradients of those that a task uses. */
    private long weights() {
        List<Weight> weights = WeightTable.of(encoder).weights();
        long all = numbers(weights.stream());
        List<String> experts = encoder.experts().experts();
        long used = experts.stream()
                .mapToLong(expert -> numbers(weights.stream()
                        .filter(weight ->
                                weight.expert() == null || weight.expert().equals(expert))))
                .max()
                .orElse(all);
        return FLOAT * (4 * all + compute.threads() * used);
    }

    private static long numbers(Stream<Weight> weights) {
        return weights.mapToLong(weight -> WeightArray.elements(weight.shape())).sum();
    }
}
