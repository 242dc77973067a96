package io.github.scimult.encoder.nn;

import static org.bytedeco.pytorch.global.torch.gelu;

import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.tensor.TensorScope;
import java.util.function.UnaryOperator;
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

    FeedForward map(UnaryOperator<Tensor> change) {
        return new FeedForward(intermediate.map(change), output.map(change), norm.map(change));
    }

    static FeedForward load(WeightSource source, String name, EncoderConfig config) {
        return new FeedForward(
                Linear.load(source, name + ".intermediate.dense", config.feedForwardSize(), config.hiddenSize()),
                Linear.load(source, name + ".output.dense", config.hiddenSize(), config.feedForwardSize()),
                LayerNorm.load(source, name + ".output.LayerNorm", config));
    }

    void visit(String name, WeightVisitor visitor) {
        intermediate.visit(name + ".intermediate.dense", visitor);
        output.visit(name + ".output.dense", visitor);
        norm.visit(name + ".output.LayerNorm", visitor);
    }
}
