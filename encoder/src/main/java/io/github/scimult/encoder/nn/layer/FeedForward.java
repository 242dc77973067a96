package io.github.scimult.encoder.nn.layer;

import static org.bytedeco.pytorch.global.torch.gelu;

import io.github.scimult.encoder.tensor.TensorScope;
import org.bytedeco.pytorch.Tensor;

/**
 * A block's feed-forward sub-layer: x ↦ LayerNorm(x + W₂ gelu(W₁ x)). As an expert it is split whole, its LayerNorm
 * included (SciMult's released code).
 *
 * @param intermediate (F, H)
 * @param output (H, F)
 * @param norm over the sum with the sub-layer's input
 */
record FeedForward(Linear intermediate, Linear output, LayerNorm norm) {
    /** (T, H) → (T, H). */
    Tensor apply(Tensor x, Dropout dropout) {
        Tensor expanded = TensorScope.of(() -> gelu(intermediate.apply(x))); // (T, F)
        Tensor contracted = dropout.apply(output.apply(expanded)); // (T, H)
        return norm.apply(contracted.add(x));
    }
}
