package io.github.scimult.model.embedding;

import io.github.scimult.model.nn.AttentionKernel;
import io.github.scimult.model.nn.Lanes;
import io.github.scimult.model.nn.Precision;

/**
 * How this machine computes.
 *
 * @param precision of products
 * @param attention the attention kernel
 * @param threads so many lanes compute side by side
 */
public record ComputePlan(Precision precision, AttentionKernel attention, int threads) {
    /** The threads to compute on. */
    public Lanes lanes() {
        return Lanes.of(threads);
    }

    /** For people: {@code bfloat16, attention by products, 2 threads}. */
    @Override
    public String toString() {
        return precision.name().toLowerCase(java.util.Locale.ROOT) + ", attention "
                + (attention == AttentionKernel.FUSED ? "fused" : "by products") + ", " + threads
                + (threads == 1 ? " thread" : " threads");
    }
}
