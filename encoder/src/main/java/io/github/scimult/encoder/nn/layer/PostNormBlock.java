package io.github.scimult.encoder.nn.layer;

import io.github.scimult.encoder.architecture.Architecture;
import io.github.scimult.encoder.architecture.Layer;
import io.github.scimult.encoder.tensor.TensorScope;
import org.bytedeco.pytorch.Tensor;

/**
 * A block with LayerNorm after each sub-layer, as in the first transformer (Vaswani et al., "Attention is all you need", 2017).
 *
 * @param attention the attention
 * @param attentionNorm over the sum with its input
 * @param feedForward the feed-forward with its LayerNorm
 */
record PostNormBlock(Attention attention, LayerNorm attentionNorm, FeedForward feedForward) implements Block {
    /** @param block its number, from 0 */
    static PostNormBlock of(Architecture architecture, int block, LayerWeights weights) {
        double epsilon = architecture.layerNormEpsilon();
        return new PostNormBlock(
                new Attention(
                        weights.linear(Layer.QUERY_KEY_VALUE, block),
                        weights.linear(Layer.ATTENTION_OUTPUT, block),
                        architecture.sizes().heads()),
                weights.norm(Layer.ATTENTION_NORM, block, epsilon),
                new FeedForward(
                        weights.linear(Layer.INTERMEDIATE, block),
                        weights.linear(Layer.OUTPUT, block),
                        weights.norm(Layer.OUTPUT_NORM, block, epsilon)));
    }

    @Override
    public Tensor apply(Tensor x, KeyValues before, ForwardPass pass) {
        Tensor attended = TensorScope.of(() -> {
            Tensor context = attention.apply(x, before, pass); // (T, H)
            return attentionNorm.apply(pass.dropout().apply(context).add(x));
        });
        return TensorScope.of(() -> feedForward.apply(attended, pass.dropout()));
    }

    @Override
    public KeyValues keyValues(Tensor states, double bias, AttentionKernel kernel) {
        return attention.keyValues(states, bias, kernel);
    }
}
