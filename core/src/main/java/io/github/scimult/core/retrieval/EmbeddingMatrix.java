package io.github.scimult.core.retrieval;

import io.github.scimult.core.embedding.Similarity;
import java.util.ArrayList;
import java.util.List;

/**
 * The candidates' embeddings, laid out for {@link DenseScorer}: blocks of {@value #BLOCK} candidates, each block
 * transposed, so that one component of all candidates of a block lies in one array. For {@link Similarity#COSINE} each
 * embedding is divided by its length when it is added.
 */
public final class EmbeddingMatrix {
    /** Candidates in a block: at 384 components a block is 384 KiB and stays in a core's cache. */
    static final int BLOCK = 256;

    private final int size;
    private final int dimension;
    private final Similarity similarity;
    private final List<float[][]> blocks; // each (dimension, BLOCK), the last one padded with zeros

    private EmbeddingMatrix(int size, int dimension, Similarity similarity, List<float[][]> blocks) {
        this.size = size;
        this.dimension = dimension;
        this.similarity = similarity;
        this.blocks = blocks;
    }

    /**
     * A matrix of embeddings that are all at hand.
     *
     * @param embeddings (candidates, dimension)
     */
    public static EmbeddingMatrix of(float[][] embeddings, int dimension, Similarity similarity) {
        Builder builder = new Builder(dimension, similarity);
        builder.add(embeddings);
        return builder.build();
    }

    public int size() {
        return size;
    }

    public int dimension() {
        return dimension;
    }

    public Similarity similarity() {
        return similarity;
    }

    /** A copy of a candidate's embedding as it is compared, so of length 1 for {@link Similarity#COSINE}. */
    public float[] row(int candidate) {
        if (candidate < 0 || candidate >= size) {
            throw new IndexOutOfBoundsException("candidate " + candidate + " of " + size);
        }
        float[] row = new float[dimension];
        float[][] block = blocks.get(candidate / BLOCK);
        for (int component = 0; component < dimension; component++) {
            row[component] = block[component][candidate % BLOCK];
        }
        return row;
    }

    int blocks() {
        return blocks.size();
    }

    float[][] block(int index) {
        return blocks.get(index);
    }

    /** Takes embeddings piece by piece, so that they need not all be at hand at once. */
    public static final class Builder {
        private final int dimension;
        private final Similarity similarity;
        private final List<float[][]> blocks = new ArrayList<>();
        private int size;

        public Builder(int dimension, Similarity similarity) {
            this.dimension = dimension;
            this.similarity = similarity;
        }

        /**
         * Adds candidates after those that are there.
         *
         * @param embeddings (any number, dimension)
         * @throws IllegalArgumentException if an embedding has another dimension or a component that is not finite
         */
        public void add(float[][] embeddings) {
            for (float[] embedding : embeddings) {
                if (embedding.length != dimension) {
                    throw new IllegalArgumentException("the embedding of candidate " + size + " has " + embedding.length
                            + " components, expected " + dimension);
                }
                if (size % BLOCK == 0) {
                    blocks.add(new float[dimension][BLOCK]);
                }
                float[][] block = blocks.getLast();
                float[] unit = similarity.prepared(embedding);
                for (int component = 0; component < dimension; component++) {
                    block[component][size % BLOCK] = unit[component];
                }
                size++;
            }
        }

        public EmbeddingMatrix build() {
            return new EmbeddingMatrix(size, dimension, similarity, List.copyOf(blocks));
        }
    }
}
