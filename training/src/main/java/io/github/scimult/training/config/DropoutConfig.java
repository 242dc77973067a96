package io.github.scimult.training.config;

import io.github.scimult.encoder.nn.layer.SeededDropout;

/**
 * Dropout while training.
 *
 * @param hidden probability for hidden states
 * @param attention probability for attention weights; above 0 it rules the fused attention kernel out
 */
public record DropoutConfig(double hidden, double attention) {
    public DropoutConfig {
        new SeededDropout(hidden, attention, 0);
    }
}
