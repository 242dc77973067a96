package io.github.scimult.model.merge;

import io.github.scimult.model.nn.Encoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** The mean of several encoders' weights (Izmailov et al., "Averaging weights leads to wider optima", 2018). */
public final class Average {
    private Average() {}

    /**
     * The mean, in new memory.
     *
     * @param encoders at least one; all of the same shape
     * @throws IllegalArgumentException if one has weights that the others lack
     */
    public static Encoder of(List<Encoder> encoders) {
        Encoder first = encoders.getFirst();
        encoders.forEach(other -> SameWeights.require(first, other));
        Encoder mean = first.map(weight -> weight.detach().clone());
        try (NoGradGuard noGradients = new NoGradGuard()) {
            for (Encoder further : encoders.subList(1, encoders.size())) {
                Map<String, Tensor> weights = new HashMap<>();
                further.visit(weights::put);
                mean.visit((name, weight) -> weight.add_(weights.get(name)));
            }
            mean.visit((name, weight) -> {
                try (PointerScope scope = new PointerScope()) {
                    weight.mul_(new Scalar(1.0 / encoders.size()));
                }
            });
        }
        return mean;
    }
}
