package io.github.scimult.core.embedding;

/** How a query's and a candidate's embeddings are compared. */
public enum Similarity {
    /** The dot product of the vectors as they are: SciMult's own choice (section 3.1). */
    DOT,
    /** The dot product of the vectors divided by their lengths: sentence-transformers' usual choice. */
    COSINE
}
