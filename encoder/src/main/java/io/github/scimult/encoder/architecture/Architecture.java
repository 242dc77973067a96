package io.github.scimult.encoder.architecture;

/**
 * What a network is: its kind, its sizes, and what its weights are called.
 *
 * @param type as {@code model_type} in {@code config.json} names it, such as {@code bert}
 * @param sizes of the blocks
 * @param tables of the embeddings
 * @param layerNormEpsilon ε of every LayerNorm
 * @param names of the weights
 */
public record Architecture(
        String type, BlockSizes sizes, EmbeddingTables tables, double layerNormEpsilon, WeightNames names) {
    public Architecture {
        if (!(layerNormEpsilon > 0)) {
            throw new IllegalArgumentException("layerNormEpsilon must be positive, not " + layerNormEpsilon);
        }
    }

    /** The same architecture in other sizes. */
    public Architecture with(BlockSizes otherSizes, EmbeddingTables otherTables) {
        return new Architecture(type, otherSizes, otherTables, layerNormEpsilon, names);
    }
}
