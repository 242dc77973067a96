package io.github.scimult.training.batch;

import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.ExpertLayout;
import io.github.scimult.encoder.inference.ComputeSettings;
import java.lang.management.ManagementFactory;

/**
 * What a training step takes of the machine's memory, estimated from the encoder's shape, and how many tokens of texts it may
 * therefore hold at once.
 *
 * <p>For each token autograd keeps in every block: the inputs of the four dense layers, queries, keys, values, both sums before a
 * LayerNorm and two dropout masks (11 H), and the feed-forward's state before and after its activation (2 F); attention by
 * products also its weights, before and after dropout (2 · heads · length). The fused kernel computes in 32-bit floats, so that in
 * bfloat16 it keeps queries, keys and values twice as wide, and its result once more (5 H of the narrow numbers).
 *
 * @param encoder as it is trained
 * @param compute precision, attention kernel and lanes
 * @param textTokens texts are cut after so many
 */
public record StepMemory(EncoderConfig encoder, ComputeSettings compute, int textTokens) {
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
        long hidden = 11L * encoder.hiddenSize() + 2L * encoder.feedForwardSize();
        boolean narrow = compute.precision().compute() != compute.precision().master();
        long attention = switch (compute.attention()) {
            case PRODUCTS -> 2L * encoder.heads() * textTokens;
            case FUSED -> narrow ? 5L * encoder.hiddenSize() : 0;
        };
        return encoder.layers() * (hidden + attention) * (narrow ? FLOAT / 2 : FLOAT);
    }

    /** Bytes of all weights with both moments of AdamW, and of each lane's gradients of those that a task uses. */
    private long weights() {
        ExpertLayout layout = encoder.experts();
        int further = Math.max(0, layout.experts().size() - 1);
        long attention = 4L * encoder.hiddenSize() * encoder.hiddenSize();
        long feedForward = 2L * encoder.hiddenSize() * encoder.feedForwardSize();
        long used = (long) (encoder.vocabularySize() + encoder.positions()) * encoder.hiddenSize()
                + encoder.layers() * (attention + feedForward);
        long all = used
                + further
                        * (layout.attentionBlocks().size() * attention
                                + layout.feedForwardBlocks().size() * feedForward);
        return FLOAT * (4 * all + compute.threads() * used);
    }
}
