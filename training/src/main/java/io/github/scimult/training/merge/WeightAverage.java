package io.github.scimult.training.merge;

import io.github.scimult.encoder.nn.EncoderWeights;

/** The mean of several encoders' weights (Izmailov et al., "Averaging weights leads to wider optima", 2018). */
public final class WeightAverage {
    private WeightAverage() {}

    /**
     * The mean, in new memory, for the caller to close. Models are asked for in their order, and each is closed before the next: two of
     * them in memory are the most that it takes.
     *
     * @param models at least one; all of the same shape
     * @throws IllegalArgumentException if one has weights that the others lack
     */
    public static <E extends Exception> EncoderWeights of(int models, ModelSource<E> source) throws E {
        return WeightSum.of(models, source, 1.0 / models);
    }
}
