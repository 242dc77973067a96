package io.github.scimult.encoder.nn;

import static org.bytedeco.pytorch.global.torch.embedding;

import io.github.scimult.encoder.architecture.EncoderConfig;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;

/**
 * The sum of word, position and token-type embeddings, normalised.
 *
 * @param word (vocabulary, H)
 * @param position (positions, H)
 * @param tokenType (token types, H); only row 0 is used
 * @param norm over the sum
 */
record Embeddings(Tensor word, Tensor position, Tensor tokenType, LayerNorm norm) {
    private static final String NAME = "embeddings.";

    /** Token ids of a batch → (T, H) in the type of the weights. */
    Tensor apply(PackedTensors batch) {
        Tensor sum = embedding(word, batch.tokenIds())
                .add(embedding(position, batch.positions()))
                .add(tokenType.select(0, 0)); // (T, H)
        return norm.apply(sum);
    }

    Embeddings map(UnaryOperator<Tensor> change) {
        return new Embeddings(change.apply(word), change.apply(position), change.apply(tokenType), norm.map(change));
    }

    static Embeddings load(WeightSource source, EncoderConfig config) {
        long hidden = config.hiddenSize();
        return new Embeddings(
                source.load(NAME + "word_embeddings.weight", config.vocabularySize(), hidden),
                source.load(NAME + "position_embeddings.weight", config.positions(), hidden),
                source.load(NAME + "token_type_embeddings.weight", config.tokenTypes(), hidden),
                LayerNorm.load(source, NAME + "LayerNorm", config));
    }

    void visit(WeightVisitor visitor) {
        visitor.visit(NAME + "word_embeddings.weight", word);
        visitor.visit(NAME + "position_embeddings.weight", position);
        visitor.visit(NAME + "token_type_embeddings.weight", tokenType);
        norm.visit(NAME + "LayerNorm", visitor);
    }
}
