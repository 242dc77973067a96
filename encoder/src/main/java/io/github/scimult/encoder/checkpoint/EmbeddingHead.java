package io.github.scimult.encoder.checkpoint;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.encoder.architecture.Pooling;

/**
 * What a model folder says of the way from token states to similarities.
 *
 * @param pooling how token states become one vector
 * @param similarity how two vectors are compared
 * @param scale what a similarity is multiplied with before the softmax
 * @param maxLength tokens after which a text is cut
 */
record EmbeddingHead(Pooling pooling, Similarity similarity, double scale, int maxLength) {
    /** sentence-transformers' own scale for cosines; dot products need none (SciMult, section 3.1). */
    static double defaultScale(Similarity similarity) {
        return similarity == Similarity.COSINE ? 20 : 1;
    }
}
