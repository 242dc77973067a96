package io.github.scimult.training.merge;

import io.github.scimult.encoder.nn.Encoder;
import java.util.List;

/** The mean of several encoders' weights (Izmailov et al., "Averaging weights leads to wider optima", 2018). */
public final class WeightAverage {
    private WeightAverage() {}

    /**
     * The mean, in new memory.
     *
     * @param encoders at least one; all of the same shape
     * @throws IllegalArgumentException if one has weights that the others lack
     */
    public static Encoder of(List<Encoder> encoders) {
        return WeightSum.of(encoders, 1.0 / encoders.size());
    }
}
