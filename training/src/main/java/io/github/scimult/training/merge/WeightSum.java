package io.github.scimult.training.merge;

import io.github.scimult.encoder.nn.Encoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** Encoders' weights added up. */
final class WeightSum {
    private WeightSum() {}

    /**
     * scale · Σ weights, in new memory.
     *
     * @param encoders at least one
     * @throws IllegalArgumentException if they are not alike
     */
    static Encoder of(List<Encoder> encoders, double scale) {
        Encoder first = encoders.getFirst();
        List<Encoder> others = encoders.subList(1, encoders.size());
        others.forEach(other -> MergeCompatibility.require(first, other));
        Encoder sum = first.map(weight -> weight.detach().clone());
        try (NoGradGuard noGradients = new NoGradGuard()) {
            for (Encoder further : others) {
                Map<String, Tensor> weights = new HashMap<>();
                further.visit(weights::put);
                sum.visit((name, weight) -> weight.add_(weights.get(name)));
            }
            sum.visit((name, weight) -> {
                try (PointerScope scope = new PointerScope()) {
                    weight.mul_(new Scalar(scale));
                }
            });
        }
        return sum;
    }
}
