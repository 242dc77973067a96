package io.github.scimult.model.train;

import io.github.scimult.model.nn.Encoder;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** The straight line between the base's weights and the trained ones. */
final class Blend {
    private Blend() {}

    /**
     * (1 − share) · base + share · trained, in new memory. An expert is blended with the base's shared sub-layer and a
     * reader of instructions with the base, from which they began.
     */
    static Encoder of(Encoder base, Encoder trained, double share) {
        Map<String, Tensor> start = new HashMap<>();
        base.visit(start::put);
        Encoder blended = trained.map(weight -> weight.detach().clone());
        try (NoGradGuard noGradients = new NoGradGuard()) {
            blended.visit((name, weight) -> {
                try (PointerScope scope = new PointerScope()) {
                    Tensor from = start.get(Encoder.origin(name));
                    weight.mul_(new Scalar(share)).add_(from.mul(new Scalar(1 - share)));
                }
            });
        }
        return blended;
    }
}
