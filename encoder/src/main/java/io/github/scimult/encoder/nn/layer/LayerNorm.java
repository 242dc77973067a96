package io.github.scimult.encoder.nn.layer;

import static org.bytedeco.pytorch.global.torch.layer_norm;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;

/**
 * LayerNorm over the last dimension.
 *
 * @param weight (H)
 * @param bias (H)
 * @param epsilon what is added to the variance
 */
record LayerNorm(Tensor weight, Tensor bias, double epsilon) {
    /** (T, H) → (T, H). */
    Tensor apply(Tensor x) {
        long[] shape = {weight.size(0)};
        return layer_norm(x, shape, new TensorOptional(weight), new TensorOptional(bias), epsilon, false);
    }
}
