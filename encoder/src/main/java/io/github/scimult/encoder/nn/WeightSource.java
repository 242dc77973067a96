package io.github.scimult.encoder.nn;

import org.bytedeco.pytorch.Tensor;

/** Where an encoder's weights come from, by their Hugging Face names. */
@FunctionalInterface
public interface WeightSource {
    /**
     * A new tensor that the encoder will own.
     *
     * @param name such as {@code encoder.layer.0.attention.self.query.weight}
     * @param shape what the configuration demands
     * @throws IllegalArgumentException if there is no such weight or it has another shape
     */
    Tensor load(String name, long... shape);
}
