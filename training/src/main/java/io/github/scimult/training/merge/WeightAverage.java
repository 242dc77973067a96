package io.github.scimult.training.merge;

import io.github.scimult.encoder.nn.EncoderWeights;
import java.util.List;

/** The mean of several encoders' weights (Izmailov et al., "Averaging weights leads to wider optima", 2018). */
public final class WeightAverage {
    private WeightAverage() {}

    /**
     * The mean, in new memory, for the caller to close.
     *
     * @param models at least one; all of the same shape
     * @throws IllegalArgumentException if one has weights that the others lack
     */
    public static EncoderWeights of(List<EncoderWeights> models) {
        return WeightSum.of(models, 1.0 / models.size());
    }
}
