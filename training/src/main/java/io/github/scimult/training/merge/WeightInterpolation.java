package io.github.scimult.training.merge;

import io.github.scimult.encoder.nn.Encoder;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** The straight line between the base's weights and the trained ones, on which each part may stop where it likes. */
public final class WeightInterpolation {
    private WeightInterpolation() {}

    /** With one share for all weights. */
    public static Encoder of(Encoder base, Encoder trained, double share) {
        return of(base, trained, Alphas.of(share), ParameterGroups.WHOLE);
    }

    /**
     * (1 − share) · base + share · trained, in new memory. An expert is blended with the base's shared sub-layer and a
     * reader of instructions with the base, from which they began.
     *
     * @param parts what the shares' parts mean
     */
    public static Encoder of(Encoder base, Encoder trained, Alphas shares, ParameterGroups parts) {
        Map<String, Tensor> start = new HashMap<>();
        base.visit(start::put);
        int layers = trained.config().layers();
        Encoder blended = trained.map(weight -> weight.detach().clone());
        try (NoGradGuard noGradients = new NoGradGuard()) {
            blended.visit((name, weight) -> {
                try (PointerScope scope = new PointerScope()) {
                    double share = shares.of(parts.partOf(name, layers));
                    Tensor from = start.get(Encoder.origin(name));
                    weight.mul_(new Scalar(share)).add_(from.mul(new Scalar(1 - share)));
                }
            });
        }
        return blended;
    }
}
