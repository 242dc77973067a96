package io.github.scimult.model.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.model.checkpoint.ModelFolder;
import io.github.scimult.model.checkpoint.PretrainedModel;
import io.github.scimult.model.golden.Golden;
import io.github.scimult.model.nn.AttentionKernel;
import io.github.scimult.model.nn.EncoderConfig;
import io.github.scimult.model.nn.Precision;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the way to compute is chosen; which one is fastest is the machine's affair. */
class ComputeProbeTest {
    @Test
    void aWishThatNamesPrecisionAndKernelIsFollowedWithoutMeasuring() {
        ComputeProbe.Wish wish = new ComputeProbe.Wish(Precision.BFLOAT16, AttentionKernel.PRODUCTS, 1);

        assertThat(ComputeProbe.measure(null, wish, true))
                .isEqualTo(new ComputePlan(Precision.BFLOAT16, AttentionKernel.PRODUCTS, 1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatAWishLeavesOpenIsMeasuredAndTheRestKept(boolean training) throws IOException {
        EncoderConfig config = tinyBert();

        for (Precision precision : List.of(Precision.FLOAT32, Precision.BFLOAT16)) {
            ComputeProbe.Wish wish = new ComputeProbe.Wish(precision, null, 2);
            ComputePlan plan = ComputeProbe.measure(config, wish, training);
            assertThat(plan.precision()).isEqualTo(precision);
            assertThat(plan.attention()).isNotNull();
            assertThat(plan.threads()).isEqualTo(2);
        }
        for (AttentionKernel kernel : AttentionKernel.values()) {
            ComputePlan plan = ComputeProbe.measure(config, new ComputeProbe.Wish(null, kernel, 1), training);
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
