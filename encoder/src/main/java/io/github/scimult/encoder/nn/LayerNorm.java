package io.github.scimult.encoder.nn;

import static org.bytedeco.pytorch.global.torch.layer_norm;

import io.github.scimult.encoder.architecture.EncoderConfig;
import java.util.function.UnaryOperator;
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

    LayerNorm map(UnaryOperator<Tensor> change) {
        return new LayerNorm(change.apply(weight), change.apply(bias), epsilon);
    }

    static LayerNorm load(WeightSource source, String name, EncoderConfig config) {
        return new LayerNorm(
                source.load(name + ".weight", config.hiddenSize()),
                source.load(name + ".bias", config.hiddenSize()),
                config.layerNormEpsilon());
    }

    void visit(String name, WeightVisitor visitor) {
        visitor.visit(name + ".weight", weight);
        visitor.visit(name + ".bias", bias);
    }
}
