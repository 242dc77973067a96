package io.github.scimult.encoder.nn.layer;

import static org.bytedeco.pytorch.global.torch.embedding;

import io.github.scimult.encoder.architecture.Architecture;
import io.github.scimult.encoder.architecture.Layer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * The sum of word, position and token-type embeddings, normalised.
 *
 * @param tables what is looked up
 * @param firstPosition the position of a text's first token
 * @param norm over the sum
 */
record AbsoluteEmbeddings(Tables tables, int firstPosition, LayerNorm norm) implements Embeddings {
    /**
     * The tables.
     *
     * @param word (vocabulary, H)
     * @param position (positions, H)
     * @param tokenType (token types, H); only row 0 is used
     */
    record Tables(Tensor word, Tensor position, Tensor tokenType) {}

    static AbsoluteEmbeddings of(Architecture architecture, LayerWeights weights) {
        Tables tables = new Tables(
                weights.table(Layer.WORD_EMBEDDINGS),
                weights.table(Layer.POSITION_EMBEDDINGS),
                weights.table(Layer.TOKEN_TYPE_EMBEDDINGS));
        return new AbsoluteEmbeddings(
                tables,
                architecture.tables().firstPosition(),
                weights.norm(Layer.EMBEDDING_NORM, 0, architecture.layerNormEpsilon()));
    }

    @Override
    public Tensor apply(PackedTensors batch) {
        Tensor sum = embedding(tables.word(), batch.tokenIds())
                .add(embedding(tables.position(), positions(batch)))
                .add(tables.tokenType().select(0, 0)); // (T, H)
        return norm.apply(sum);
    }

    private Tensor positions(PackedTensors batch) {
        return firstPosition == 0 ? batch.positions() : batch.positions().add(new Scalar(firstPosition)); // (T)
    }

    @Override
    public ScalarType type() {
        return tables.word().scalar_type();
    }
}
