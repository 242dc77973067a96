package io.github.scimult.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.pytorch.global.torch.ones;

import io.github.scimult.core.configuration.ConfigurationReader;
import io.github.scimult.encoder.inference.Workload;
import io.github.scimult.encoder.nn.layer.Dropout;
import io.github.scimult.training.config.TrainingConfig;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

/** What the fastest way to compute is measured by. */
class TrainerWorkloadTest {
    @Test
    void waysToComputeAreMeasuredWithTheRunsDropout() throws Exception {
        Workload workload = Trainer.workload(ConfigurationReader.read(
                TrainingConfig.defaults(), null, List.of("dropout.hidden=0.25", "dropout.attention=0.5")));
        try (PointerScope scope = new PointerScope()) {
            Dropout dropout = workload.dropout().get();
            assertThat(workload.trains()).isTrue();
            assertThat(dropped(dropout.apply(ones(100, 100)))).isBetween(0.2, 0.3);
            assertThat(dropped(dropout.applyToAttention(ones(100, 100)))).isBetween(0.45, 0.55);
        }
    }

    private static double dropped(Tensor kept) {
        return 1 - (double) kept.count_nonzero().item_long() / kept.numel();
    }
}
