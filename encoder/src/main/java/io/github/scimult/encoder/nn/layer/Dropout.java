package io.github.scimult.encoder.nn.layer;

import org.bytedeco.pytorch.Tensor;

/** Drops components of hidden states and of attention weights while training; drops nothing otherwise. */
public interface Dropout {
    /** For embedding and evaluation. */
    Dropout NONE = new Dropout() {
        @Override
        public Tensor apply(Tensor x) {
            return x;
        }

        @Override
        public Tensor applyToAttention(Tensor weights) {
            return weights;
        }

        @Override
        public boolean dropsAttention() {
            return false;
        }

        @Override
        public Dropout forPart(int part) {
            return this;
        }
    };

    /** Hidden states, any shape → the same shape. */
    Tensor apply(Tensor x);

    /** Attention weights (B, h, L, L) → the same shape. */
    Tensor applyToAttention(Tensor weights);

    /** Whether attention weights are dropped at all, which rules the fused kernel out. */
    boolean dropsAttention();

    /** What one of several parts of the texts drops, independent of the other parts. */
    Dropout forPart(int part);
}
