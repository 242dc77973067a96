package io.github.scimult.encoder.nn;

import static org.bytedeco.pytorch.global.torch.linear;

import java.util.function.UnaryOperator;
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

    Linear map(UnaryOperator<Tensor> change) {
        return new Linear(change.apply(weight), change.apply(bias));
    }

    static Linear load(WeightSource source, String name, long out, long in) {
        return new Linear(source.load(name + ".weight", out, in), source.load(name + ".bias", out));
    }

    void visit(String name, WeightVisitor visitor) {
        visitor.visit(name + ".weight", weight);
        visitor.visit(name + ".bias", bias);
    }
}
