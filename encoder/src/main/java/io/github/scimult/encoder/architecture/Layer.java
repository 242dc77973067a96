package io.github.scimult.encoder.architecture;

import java.util.Arrays;
import java.util.List;

/** The layers that have weights, in the order in which they compute: those of the embeddings, then those of a block. */
public enum Layer {
    /** (vocabulary, H). */
    WORD_EMBEDDINGS(SubLayer.EMBEDDINGS, Form.TABLE),
    /** (positions, H). */
    POSITION_EMBEDDINGS(SubLayer.EMBEDDINGS, Form.TABLE),
    /** (token types, H). */
    TOKEN_TYPE_EMBEDDINGS(SubLayer.EMBEDDINGS, Form.TABLE),
    /** After the sum of the embeddings. */
    EMBEDDING_NORM(SubLayer.EMBEDDINGS, Form.NORM),
    /** (3H, H): the rows of Q, then K, then V; three matrices in files. */
    QUERY_KEY_VALUE(SubLayer.ATTENTION, Form.LINEAR),
    /** (H, H): the attention's output projection. */
    ATTENTION_OUTPUT(SubLayer.ATTENTION, Form.LINEAR),
    /** After the attention; shared by all experts (SciMult's released code). */
    ATTENTION_NORM(SubLayer.ATTENTION, Form.NORM),
    /** (F, H): the feed-forward's first map. */
    INTERMEDIATE(SubLayer.FEED_FORWARD, Form.LINEAR),
    /** (H, F): its second. */
    OUTPUT(SubLayer.FEED_FORWARD, Form.LINEAR),
    /** After the feed-forward; each expert has its own (SciMult's released code). */
    OUTPUT_NORM(SubLayer.FEED_FORWARD, Form.NORM);

    /** What a layer does with its weights. */
    private enum Form {
        /** A matrix alone, whose rows are looked up. */
        TABLE,
        /** A matrix and a bias. */
        LINEAR,
        /** Two vectors. */
        NORM
    }

    private final SubLayer subLayer;
    private final Form form;

    Layer(SubLayer subLayer, Form form) {
        this.subLayer = subLayer;
        this.form = form;
    }

    static List<Layer> of(SubLayer subLayer) {
        return Arrays.stream(values())
                .filter(layer -> layer.subLayer == subLayer)
                .toList();
    }

    public SubLayer subLayer() {
        return subLayer;
    }

    /** Whether it is a LayerNorm. */
    public boolean isNorm() {
        return form == Form.NORM;
    }

    boolean hasBias() {
        return form != Form.TABLE;
    }

    /** Whether each expert has its own where its sub-layer is split. */
    boolean belongsToExperts() {
        return subLayer != SubLayer.EMBEDDINGS && this != ATTENTION_NORM;
    }

    /** The shape of its weight in memory; the bias has the first length alone. */
    long[] shape(Architecture architecture) {
        BlockSizes sizes = architecture.sizes();
        EmbeddingTables tables = architecture.tables();
        return switch (this) {
            case WORD_EMBEDDINGS -> matrix(tables.vocabularySize(), sizes.hiddenSize());
            case POSITION_EMBEDDINGS -> matrix(tables.positions(), sizes.hiddenSize());
            case TOKEN_TYPE_EMBEDDINGS -> matrix(tables.tokenTypes(), sizes.hiddenSize());
            case QUERY_KEY_VALUE -> matrix(3L * sizes.hiddenSize(), sizes.hiddenSize());
            case ATTENTION_OUTPUT -> matrix(sizes.hiddenSize(), sizes.hiddenSize());
            case INTERMEDIATE -> matrix(sizes.feedForwardSize(), sizes.hiddenSize());
            case OUTPUT -> matrix(sizes.hiddenSize(), sizes.feedForwardSize());
            case EMBEDDING_NORM, ATTENTION_NORM, OUTPUT_NORM -> new long[] {sizes.hiddenSize()};
        };
    }

    private static long[] matrix(long rows, long columns) {
        return new long[] {rows, columns};
    }
}
