package io.github.scimult.encoder.nn;

import io.github.scimult.encoder.architecture.Weight;
import org.bytedeco.pytorch.Tensor;

/** Where an encoder's weights come from. */
@FunctionalInterface
public interface WeightSource {
    /** A new tensor of the weight's shape, contiguous, whose memory is nobody else's. */
    Tensor make(Weight weight);
}
