package io.github.scimult.encoder.nn.layer;

import static org.bytedeco.pytorch.global.torch.linear;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;

/**
 * An affine map x ↦ x Wᵀ + b.
 *
 * @param weight (out, in)
 * @param bias (out)
 */
record Linear(Tensor weight, Tensor bias) {
    /** (T, in) → (T, out). */
    Tensor apply(Tensor x) {
        return linear(x, weight, new TensorOptional(bias));
    }

    /** The map to some of the outputs alone. */
    Linear rows(long from, long count) {
        return new Linear(weight.narrow(0, from, count), bias.narrow(0, from, count));
    }
}
