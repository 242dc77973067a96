package io.github.scimult.training.merge;

import io.github.scimult.encoder.nn.Encoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * What separately trained models have learnt, added up: base + scale · Σ (model − base) (Ilharco et al., "Editing models
 * with task arithmetic", 2023). A scale of 1 over the number of models gives their mean.
 */
final class TaskVectors {
    private TaskVectors() {}

    /**
     * The sum, in new memory.
     *
     * @param base what all models were trained from
     * @param models at least one; alike in shape, experts and instructions
     * @param scale of every model's difference to the base
     * @throws IllegalArgumentException if models have different weights, or read texts differently
     */
    public static Encoder sum(Encoder base, List<Encoder> models, double scale) {
        Map<String, Tensor> start = new HashMap<>();
        base.visit(start::put);
        double rest = 1 - scale * models.size();
        Encoder sum = WeightSum.of(models, scale);
        try (NoGradGuard noGradients = new NoGradGuard()) {
            sum.visit((name, weight) -> {
                try (PointerScope scope = new PointerScope()) {
                    weight.add_(start.get(Encoder.origin(name)), new Scalar(rest));
                }
            });
        }
        return sum;
    }
}
