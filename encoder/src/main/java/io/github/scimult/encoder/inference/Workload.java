package io.github.scimult.encoder.inference;

import io.github.scimult.encoder.nn.layer.Dropout;
import java.util.function.Supplier;

/**
 * What an encoder is to do.
 *
 * @param trains whether texts go through it backward as well
 * @param dropout of one step
 */
public record Workload(boolean trains, Supplier<Dropout> dropout) {
    /** Texts are embedded. */
    public static final Workload EMBEDDING = new Workload(false, () -> Dropout.NONE);

    /** Texts are learnt from. */
    public static Workload training(Supplier<Dropout> dropout) {
        return new Workload(true, dropout);
    }
}
