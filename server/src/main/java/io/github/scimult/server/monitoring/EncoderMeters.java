package io.github.scimult.server.monitoring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** What an encoder does. */
record EncoderMeters(Timer batches, Counter texts, Counter tokens) {
    static EncoderMeters of(MeterRegistry registry) {
        return new EncoderMeters(
                Timer.builder("scimult.encoder.batches")
                        .description("Batches of texts, and how long the encoder takes for one.")
                        .serviceLevelObjectives(ServerMetrics.BUCKETS)
                        .register(registry),
                Counter.builder("scimult.encoder.texts")
                        .description("Texts that were embedded.")
                        .register(registry),
                Counter.builder("scimult.encoder.tokens")
                        .description("Tokens of these texts.")
                        .register(registry));
    }
}
