package io.github.scimult.training.merge;

import io.github.scimult.encoder.architecture.Weight;
import io.github.scimult.encoder.architecture.WeightTable;
import io.github.scimult.encoder.nn.EncoderWeights;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** The straight line between the base's weights and the trained ones, on which each part may stop where it likes. */
public final class WeightInterpolation {
    private WeightInterpolation() {}

    /** Whether training changes none of what the tasks share. */
    public static boolean trainsExpertsAlone(EncoderWeights trained) {
        return shared(trained).noneMatch(weight -> trained.get(weight.name()).requires_grad());
    }

    /** Whether training has left all that the tasks share as it was: only experts differ from what they began as. */
    public static boolean onlyExpertsDiffer(EncoderWeights base, EncoderWeights trained) {
        try (PointerScope scope = new PointerScope()) {
            return shared(trained).allMatch(weight -> trained.get(weight.name()).equal(base.startOf(weight)));
        }
    }

    private static Stream<Weight> shared(EncoderWeights weights) {
        return WeightTable.of(weights.config()).weights().stream().filter(weight -> weight.expert() == null);
    }

    /** With one share for all weights. */
    public static EncoderWeights of(EncoderWeights base, EncoderWeights trained, double share) {
        return of(base, trained, Alphas.of(share), ParameterGroups.WHOLE);
    }

    /**
     * (1 − share) · base + share · trained, in new memory, for the caller to close. Each weight is interpolated with the base's of
     * the same name; where the base has none, an expert with the base's shared sub-layer and a reader of instructions with the
     * base's encoder, from which they began.
     *
     * @param parts what the shares' parts mean
     * @throws IllegalArgumentException if {@code trained} cannot have started as {@code base}
     */
    public static EncoderWeights of(EncoderWeights base, EncoderWeights trained, Alphas shares, ParameterGroups parts) {
        MergeCompatibility.requireStart(base.config(), trained.config());
        int layers = trained.config().layers();
        return EncoderWeights.make(trained.config(), weight -> {
            double share = shares.of(parts.partOf(weight, layers));
            Tensor start = base.startOf(weight).mul(new Scalar(1 - share));
            return trained.get(weight.name()).mul(new Scalar(share)).add_(start);
        });
    }
}
