package io.github.scimult.core.embedding;

/** How a query's and a candidate's embeddings are compared. */
public enum Similarity {
    /** The dot product of the vectors as they are: SciMult's own choice (section 3.1). */
    DOT,
    /** The dot product of the vectors divided by their lengths: sentence-transformers' usual choice. */
    COSINE;

    /**
     * A vector as it is compared by dot products: itself, or divided by its length (zero stays zero).
     *
     * @throws IllegalArgumentException if a component is no finite number
     */
    public float[] prepared(float[] embedding) {
        double squares = 0;
        for (float component : embedding) {
            squares += (double) component * component;
        }
        if (!Double.isFinite(squares)) {
            throw new IllegalArgumentException("an embedding holds a component that is no finite number");
        }
        return this == DOT ? embedding : divided(embedding, Math.sqrt(squares));
    }

    /** A vector of length 1 in the same direction; zero stays zero. */
    public static float[] unit(float[] embedding) {
        return COSINE.prepared(embedding);
    }

    private static float[] divided(float[] embedding, double length) {
        if (length == 0) {
            return embedding;
        }
        float[] unit = new float[embedding.length];
        for (int component = 0; component < unit.length; component++) {
            unit[component] = (float) (embedding[component] / length);
        }
        return unit;
    }
}
