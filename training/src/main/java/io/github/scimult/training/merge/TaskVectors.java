package io.github.scimult.training.merge;

import io.github.scimult.encoder.nn.EncoderWeights;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;

/**
 * What separately trained models have learnt, added up: base + scale · Σ (model − base) (Ilharco et al., "Editing models
 * with task arithmetic", 2023). A scale of 1 over the number of models gives their mean.
 */
final class TaskVectors {
    private TaskVectors() {}

    /**
     * The sum, in new memory, for the caller to close.
     *
     * @param base what all models were trained from
     * @param models at least one; alike in shape, experts and instructions
     * @param scale of every model's difference to the base
     * @throws IllegalArgumentException if models have different weights, or read texts differently
     */
    public static EncoderWeights sum(EncoderWeights base, List<EncoderWeights> models, double scale) {
        MergeCompatibility.requireStart(base.config(), models.getFirst().config());
        Scalar rest = new Scalar(1 - scale * models.size());
        EncoderWeights sum =
                WeightSum.of(models.size(), number -> models.get(number).alias(), scale);
        try (NoGradGuard noGradients = new NoGradGuard();
                PointerScope scope = new PointerScope()) {
            sum.visit((weight, tensor) -> tensor.add_(base.startOf(weight), rest));
        }
        return sum;
    }
}
