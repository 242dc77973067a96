package io.github.scimult.training.merge;

import io.github.scimult.encoder.nn.EncoderWeights;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** Encoders' weights added up. */
final class WeightSum {
    private WeightSum() {}

    /**
     * scale · Σ weights, in new memory.
     *
     * @param models at least one
     * @throws IllegalArgumentException if they are not alike
     */
    static EncoderWeights of(List<EncoderWeights> models, double scale) {
        EncoderWeights first = models.getFirst();
        List<EncoderWeights> others = models.subList(1, models.size());
        others.forEach(other -> MergeCompatibility.require(first.config(), other.config()));
        return EncoderWeights.make(first.config(), weight -> {
            Tensor sum = first.get(weight.name()).clone();
            others.forEach(other -> sum.add_(other.get(weight.name())));
            return sum.mul_(new Scalar(scale));
        });
    }
}
