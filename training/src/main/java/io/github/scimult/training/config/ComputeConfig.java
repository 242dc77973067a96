package io.github.scimult.training.config;

import io.github.scimult.encoder.inference.ComputeAutotuner;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Precision;
import java.util.Locale;

/**
 * How to compute.
 *
 * @param precision {@code auto} (measured at the start), {@code float32} or {@code bfloat16}
 * @param attention {@code auto} (measured at the start), {@code fused} or {@code eager}
 * @param threads of libtorch; 0 for all cores
 */
public record ComputeConfig(String precision, String attention, int threads) {
    private static final String AUTO = "auto";

    public ComputeConfig {
        OneOf.require("precision", precision, AUTO, "float32", "bfloat16");
        if (attention.equals("products")) {
            throw new IllegalArgumentException("attention 'products' is called 'eager' now: write attention: eager");
        }
        OneOf.require("attention", attention, AUTO, "fused", "eager");
        if (threads < 0 || threads > 1024) {
            throw new IllegalArgumentException("threads must be between 0 (all cores) and 1024, not " + threads);
        }
    }

    /** What a measurement may choose. */
    public ComputeAutotuner.Wish wish() {
        return new ComputeAutotuner.Wish(
                precision.equals(AUTO) ? null : Precision.valueOf(precision.toUpperCase(Locale.ROOT)),
                attention.equals(AUTO) ? null : AttentionKernel.valueOf(attention.toUpperCase(Locale.ROOT)),
                threads);
    }
}
