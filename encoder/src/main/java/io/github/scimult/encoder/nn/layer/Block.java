package io.github.scimult.encoder.nn.layer;

import org.bytedeco.pytorch.Tensor;

/** One transformer block: one attention, one feed-forward. */
public interface Block {
    /**
     * (T, H) → (T, H).
     *
     * @param before what the texts attend to besides themselves; null for nothing
     */
    Tensor apply(Tensor x, KeyValues before, ForwardPass pass);

    /**
     * What this block's texts see of an instruction.
     *
     * @param states (I, H) of the block below
     * @param bias see {@link KeyValues}
     */
    KeyValues keyValues(Tensor states, double bias, AttentionKernel kernel);
}
