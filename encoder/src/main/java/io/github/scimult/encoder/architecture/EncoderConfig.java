package io.github.scimult.encoder.architecture;

import io.github.scimult.core.embedding.Similarity;

/**
 * The shape of an encoder and how its vectors are pooled and compared.
 *
 * @param vocabularySize word pieces
 * @param hiddenSize H, a multiple of {@code heads}
 * @param layers blocks
 * @param heads attention heads of a block
 * @param feedForwardSize F
 * @param positions the longest sequence that has position embeddings
 * @param tokenTypes token types; only type 0 is used
 * @param layerNormEpsilon ε of every LayerNorm
 * @param pooling how token states become one vector
 * @param similarity how two vectors are compared
 * @param scale what a similarity is multiplied with before the softmax, 1/τ
 * @param maxLength tokens after which a text is cut, at most {@code positions}
 * @param experts which sub-layers are split by task
 * @param instructions what texts attend to besides themselves
 */
public record EncoderConfig(
        int vocabularySize,
        int hiddenSize,
        int layers,
        int heads,
        int feedForwardSize,
        int positions,
        int tokenTypes,
        double layerNormEpsilon,
        Pooling pooling,
        Similarity similarity,
        double scale,
        int maxLength,
        ExpertLayout experts,
        InstructionConfig instructions) {
    public EncoderConfig {
        positive("vocabularySize", vocabularySize);
        positive("hiddenSize", hiddenSize);
        positive("layers", layers);
        positive("heads", heads);
        positive("feedForwardSize", feedForwardSize);
        positive("positions", positions);
        positive("tokenTypes", tokenTypes);
        if (hiddenSize % heads != 0) {
            throw new IllegalArgumentException("hiddenSize " + hiddenSize + " is no multiple of heads " + heads);
        }
        if (!(layerNormEpsilon > 0)) {
            throw new IllegalArgumentException("layerNormEpsilon must be positive, not " + layerNormEpsilon);
        }
        if (!(scale > 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException("scale must be positive, not " + scale);
        }
        if (maxLength < 3 || maxLength > positions) {
            throw new IllegalArgumentException(
                    "maxLength " + maxLength + " is outside 3 … " + positions + ", the model's positions");
        }
        if (experts.lastBlock() >= layers || experts.firstBlock() < 0) {
            throw new IllegalArgumentException("expert blocks " + experts.attentionBlocks()
                    + experts.feedForwardBlocks() + " are outside 0 … " + (layers - 1));
        }
    }

    private static void positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, not " + value);
        }
    }

    /** Whether it is an ordinary BERT: no experts, no instructions. */
    public boolean isPlain() {
        return experts.isShared() && !instructions.areThere();
    }

    public EncoderConfig withMaxLength(int length) {
        return with(pooling, similarity, scale, length, experts, instructions);
    }

    public EncoderConfig withExperts(ExpertLayout layout) {
        return with(pooling, similarity, scale, maxLength, layout, instructions);
    }

    public EncoderConfig withInstructions(InstructionConfig others) {
        return with(pooling, similarity, scale, maxLength, experts, others);
    }

    /** The same encoder read out and compared in another way. */
    public EncoderConfig withReadout(Pooling newPooling, Similarity newSimilarity, double newScale) {
        return with(newPooling, newSimilarity, newScale, maxLength, experts, instructions);
    }

    /** The same sizes with all else as given. */
    private EncoderConfig with(
            Pooling newPooling,
            Similarity newSimilarity,
            double newScale,
            int length,
            ExpertLayout layout,
            InstructionConfig newInstructions) {
        return new EncoderConfig(
                vocabularySize,
                hiddenSize,
                layers,
                heads,
                feedForwardSize,
                positions,
                tokenTypes,
                layerNormEpsilon,
                newPooling,
                newSimilarity,
                newScale,
                length,
                layout,
                newInstructions);
    }
}
