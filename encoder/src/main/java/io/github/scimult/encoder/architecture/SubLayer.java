package io.github.scimult.encoder.architecture;

/** The parts of a transformer encoder that are addressed as one. */
public enum SubLayer {
    /** What makes the first states of token ids. */
    EMBEDDINGS,
    /** A block's attention and the LayerNorm after it. */
    ATTENTION,
    /** A block's feed-forward and the LayerNorm after it. */
    FEED_FORWARD
}
