package io.github.scimult.encoder.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.checkpoint.ModelFolder;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Dropout;
import io.github.scimult.encoder.nn.layer.Precision;
import io.github.scimult.encoder.nn.layer.SeededDropout;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the way to compute is chosen; which one is fastest is the machine's affair. */
class ComputeAutotunerTest {
    @Test
    void aWishThatNamesPrecisionAndKernelIsFollowedWithoutMeasuring() {
        ComputeAutotuner.Wish wish = new ComputeAutotuner.Wish(Precision.BFLOAT16, AttentionKernel.EAGER, 1);

        assertThat(ComputeAutotuner.measure(null, wish, Workload.EMBEDDING))
                .isEqualTo(new ComputeSettings(Precision.BFLOAT16, AttentionKernel.EAGER, 1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatAWishLeavesOpenIsMeasuredAndTheRestKept(boolean training) throws IOException {
        EncoderConfig config = tinyBert();
        Workload workload = training ? Workload.training(() -> new SeededDropout(0.1, 0.1, 1)) : Workload.EMBEDDING;

        for (Precision precision : List.of(Precision.FLOAT32, Precision.BFLOAT16)) {
            ComputeAutotuner.Wish wish = new ComputeAutotuner.Wish(precision, null, 2);
            ComputeSettings plan = ComputeAutotuner.measure(config, wish, workload);
            assertThat(plan.precision()).isEqualTo(precision);
            assertThat(plan.attention()).isNotNull();
            assertThat(plan.threads()).isEqualTo(2);
        }
        for (AttentionKernel kernel : AttentionKernel.values()) {
            ComputeSettings plan =
                    ComputeAutotuner.measure(config, new ComputeAutotuner.Wish(null, kernel, 1), workload);
            assertThat(plan.attention()).isEqualTo(kernel);
            assertThat(plan.precision()).isNotNull();
        }
    }

    /** Dropping attention weights rules the fused kernel out, and masks take time: measured without them the slower one may win. */
    @Test
    void waysAreMeasuredWithTheDropoutOfTraining() throws IOException {
        AtomicInteger hidden = new AtomicInteger();
        AtomicInteger attention = new AtomicInteger();
        Workload workload = Workload.training(() -> new Counted(hidden, attention));

        ComputeAutotuner.measure(tinyBert(), new ComputeAutotuner.Wish(Precision.FLOAT32, null, 1), workload);

        // A way is measured by at least one text to begin with, another, and a round of several.
        int least = 3 * AttentionKernel.values().length;
        assertThat(hidden).hasValueGreaterThanOrEqualTo(least);
        assertThat(attention).hasValueGreaterThanOrEqualTo(least);
    }

    /** Drops attention weights, none of them, and counts how often it is asked. */
    private record Counted(AtomicInteger hidden, AtomicInteger attention) implements Dropout {
        @Override
        public Tensor apply(Tensor x) {
            hidden.incrementAndGet();
            return x;
        }

        @Override
        public Tensor applyToAttention(Tensor weights) {
            attention.incrementAndGet();
            return weights;
        }

        @Override
        public boolean dropsAttention() {
            return true;
        }

        @Override
        public Dropout forPart(int part) {
            return this;
        }
    }

    private static EncoderConfig tinyBert() throws IOException {
        try (PretrainedModel model = ModelFolder.load(Golden.path("tiny-bert"))) {
            return model.config();
        }
    }
}
