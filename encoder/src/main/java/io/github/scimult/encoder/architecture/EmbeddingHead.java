package io.github.scimult.encoder.architecture;

import io.github.scimult.core.embedding.Similarity;

/**
 * The way from token states to similarities.
 *
 * @param pooling how token states become one vector
 * @param similarity how two vectors are compared
 * @param scale what a similarity is multiplied with before the softmax: 1/τ, τ being the temperature
 * @param maxLength tokens after which a text is cut
 */
public record EmbeddingHead(Pooling pooling, Similarity similarity, double scale, int maxLength) {
    private static final int SHORTEST = 3;

    public EmbeddingHead {
        if (!(scale > 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException("scale (1 / temperature) must be positive, not " + scale);
        }
        if (maxLength < SHORTEST) {
            throw new IllegalArgumentException("maxLength must be at least " + SHORTEST + ", not " + maxLength);
        }
    }

    /** With the scale that is usual for a similarity. */
    public static EmbeddingHead of(Pooling pooling, Similarity similarity, int maxLength) {
        return new EmbeddingHead(pooling, similarity, defaultScale(similarity), maxLength);
    }

    /** sentence-transformers' own scale for cosines (τ = 0.05); dot products need none (SciMult, section 3.1). */
    public static double defaultScale(Similarity similarity) {
        return similarity == Similarity.COSINE ? 20 : 1;
    }

    /** τ, by which a similarity is divided before the softmax. */
    public double temperature() {
        return 1 / scale;
    }

    public EmbeddingHead withPooling(Pooling other) {
        return new EmbeddingHead(other, similarity, scale, maxLength);
    }

    public EmbeddingHead withMaxLength(int length) {
        return new EmbeddingHead(pooling, similarity, scale, length);
    }
}
