package io.github.scimult.encoder.inference;

import io.github.scimult.encoder.nn.Workers;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Precision;

/**
 * How this machine computes.
 *
 * @param precision of products
 * @param attention the attention kernel
 * @param threads the number of data-parallel workers
 */
public record ComputeSettings(Precision precision, AttentionKernel attention, int threads) {
    /** The threads to compute on. */
    public Workers workers() {
        return Workers.of(threads);
    }

    /** For people: {@code bfloat16, attention by products, 2 threads}. */
    @Override
    public String toString() {
        return precision.name().toLowerCase(java.util.Locale.ROOT) + ", attention "
                + (attention == AttentionKernel.FUSED ? "fused" : "eager") + ", " + threads
                + (threads == 1 ? " thread" : " threads");
    }
}
