package io.github.scimult.training.merge;

import io.github.scimult.core.task.Task;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.checkpoint.ModelFolder;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.fixture.Configurations;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.encoder.fixture.NativeMemory;
import io.github.scimult.encoder.inference.ComputeSettings;
import io.github.scimult.encoder.inference.LibtorchEncoder;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Precision;
import java.io.IOException;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

/** What is computed from models is freed when it is closed: nothing waits for the garbage collector. */
class MergeMemoryTest {
    /** 11 million numbers, 44 MB; thirty of them would be 1.3 GB. */
    private static final EncoderConfig CONFIG = Configurations.bert(4, 256);

    private static final int ALLOWED_MEBIBYTES = 300;
    private static final int[][] TEXTS = {{101, 2003, 102}, {101, 2023, 2003, 102}};

    @Test
    void interpolationsThatAreEvaluatedAndClosedLeaveNothing() throws IOException {
        try (PretrainedModel tokens = ModelFolder.load(Golden.path("tiny-bert"));
                EncoderWeights base = random();
                EncoderWeights trained = random()) {
            ComputeSettings compute = new ComputeSettings(Precision.BFLOAT16, AttentionKernel.EAGER, 1);
            NativeMemory.staysFlat(
                    () -> {
                        try (EncoderWeights half = WeightInterpolation.of(base, trained, 0.5);
                                LibtorchEncoder encoder =
                                        new LibtorchEncoder("half", half, tokens.tokenizer(), compute)) {
                            encoder.encode(TEXTS, Task.SEARCH);
                        }
                    },
                    ALLOWED_MEBIBYTES);
        }
    }

    @Test
    void meansAndSumsThatAreClosedLeaveNothing() {
        try (EncoderWeights base = random();
                EncoderWeights one = random();
                EncoderWeights other = random()) {
            NativeMemory.staysFlat(
                    () -> {
                        WeightAverage.of(2, number -> (number == 0 ? one : other).withConfig(CONFIG))
                                .close();
                        TaskVectors.sum(base, List.of(one, other), 0.5).close();
                    },
                    ALLOWED_MEBIBYTES);
        }
    }

    private static EncoderWeights random() {
        torch.manual_seed(7);
        return EncoderWeights.make(CONFIG, weight -> torch.randn(weight.shape()).mul(new Scalar(0.02)));
    }
}
