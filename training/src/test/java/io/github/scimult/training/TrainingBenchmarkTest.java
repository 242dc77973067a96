package io.github.scimult.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.encoder.fixture.GoldenModels;
import io.github.scimult.encoder.inference.ComputeSettings;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Precision;
import io.github.scimult.training.TrainingBenchmark.Measured;
import io.github.scimult.training.config.DropoutConfig;
import java.io.IOException;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;

class TrainingBenchmarkTest {
    private static final int[][] QUERIES = {{2, 10, 3}, {2, 11, 12, 3}};
    private static final int[][] CANDIDATES = {{2, 20, 21, 3}, {2, 22, 23, 24, 25, 26, 27, 28, 29, 3}};

    @Test
    void stepsTrainAndCountTheTextsTokensWithoutPadding() throws IOException {
        try (PointerScope scope = new PointerScope()) {
            ComputeSettings plan = new ComputeSettings(Precision.FLOAT32, AttentionKernel.EAGER, 1);
            TrainingBenchmark benchmark =
                    new TrainingBenchmark(GoldenModels.tinyBert(Precision.FLOAT32), plan, new DropoutConfig(0, 0), 0);

            Measured first = benchmark.step(QUERIES, CANDIDATES, new int[0]);
            Measured last = first;
            for (int step = 0; step < 20; step++) {
                last = benchmark.step(QUERIES, CANDIDATES, new int[0]);
            }

            assertThat(first.tokens()).isEqualTo(3 + 4 + 4 + 10);
            assertThat(first.seconds()).isPositive();
            assertThat(last.loss()).isLessThan(first.loss());
        }
    }

    @Test
    void theMedianStandsBetweenTheMiddleTwoOfAnEvenNumber() {
        Measured[] steps = {
            new Measured(0, 100, 1), new Measured(0, 900, 1), new Measured(0, 200, 1), new Measured(0, 400, 1)
        };
        assertThat(TrainingBenchmark.median(steps)).isEqualTo(300);
    }
}
