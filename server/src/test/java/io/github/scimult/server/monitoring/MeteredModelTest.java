package io.github.scimult.server.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.fixture.TextEncoderContract;
import io.github.scimult.core.fixture.WordCountEncoder;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.library.live.OpenModel;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a Metered encoder gives is what the encoder behind it gives; texts and tokens are counted. */
class MeteredModelTest extends TextEncoderContract {
    private final EncoderMeters meters = EncoderMeters.of(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));

    @Override
    protected TextEncoder open() {
        return new MeteredModel(OpenModel.of(new WordCountEncoder(), "f"), meters).encoder();
    }

    @Test
    void textsAndTokensAreCounted() {
        open().encode(List.of(SegmentedText.of("two words"), SegmentedText.of("one")), Task.SEARCH);
        assertThat(meters.texts().count()).isEqualTo(2);
        assertThat(meters.tokens().count()).isEqualTo(3);
    }
}
