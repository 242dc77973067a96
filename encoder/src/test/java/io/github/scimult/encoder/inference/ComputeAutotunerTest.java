package io.github.scimult.encoder.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.checkpoint.ModelFolder;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Precision;
import io.github.scimult.encoder.nn.layer.SeededDropout;
import java.io.IOException;
import java.util.List;
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

    private static EncoderConfig tinyBert() throws IOException {
        try (PretrainedModel model = ModelFolder.load(Golden.path("tiny-bert"))) {
            return model.config();
        }
    }
}
