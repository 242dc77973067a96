package io.github.scimult.encoder.architecture;

/** How a sequence's token states become one vector. */
public enum Pooling {
    /** The last layer's state of {@code [CLS]}: SciMult's own choice (section 3.1). */
    CLS,
    /** The mean over all tokens of the text, {@code [CLS]} and {@code [SEP]} among them. */
    MEAN
}
