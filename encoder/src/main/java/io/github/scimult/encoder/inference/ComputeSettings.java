package io.github.scimult.encoder.inference;

import io.github.scimult.encoder.nn.AttentionKernel;
import io.github.scimult.encoder.nn.Precision;
import io.github.scimult.encoder.nn.Workers;

/**
 * How this machine computes.
 *
 * @param precision of products
 * @param attention the attention kernel
 * @param threads so many lanes compute side by side
 */
public record ComputeSettings(Precision precision, AttentionKernel attention, int threads) {
    /** The threads to compute on. */
    public Workers lanes() {
        return Workers.of(threads);
    }

    /** For people: {@code bfloat16, attention by products, 2 threads}. */
    @Override
    public String toString() {
        return precision.name().toLowerCase(java.util.Locale.ROOT) + ", attention "
                + (attention == AttentionKernel.FUSED ? "fused" : "by products") + ", " + threads
                + (threads == 1 ? " thread" : " threads");
    }
}
