package io.github.scimult.training.dev;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.collection.LiteratureCollection;
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
import io.github.scimult.training.config.TrainingConfig;
import io.github.scimult.training.fixture.TinyRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevMemoryTest {
    /** 9.7 million numbers, whose bfloat16 copies take 19 MB: thirty of them would be 580 MB. */
    private static final EncoderConfig CONFIG = Configurations.bert(3, 512, 600).withMaxLength(12);

    private static final int ALLOWED_MEBIBYTES = 200;

    @TempDir
    Path temporary;

    @Test
    void evaluationsLeaveNothing() throws IOException {
        Path folder = TinyRun.collection(temporary.resolve("papers"), 40);
        ComputeSettings compute = new ComputeSettings(Precision.BFLOAT16, AttentionKernel.EAGER, 1);
        torch.manual_seed(7);
        try (PretrainedModel tokens = ModelFolder.load(Golden.path("tiny-bert"));
                LiteratureCollection collection = LiteratureCollection.open(folder);
                EncoderWeights weights = EncoderWeights.make(
                        CONFIG, weight -> torch.randn(weight.shape()).mul(new Scalar(0.02)))) {
            DevEvaluation dev = new DevEvaluation(scorers(collection), what -> {});
            assertThat(dev.isEmpty()).isFalse();
            NativeMemory.staysFlat(
                    () -> {
                        try (LibtorchEncoder encoder =
                                new LibtorchEncoder("random", weights, tokens.tokenizer(), compute)) {
                            dev.evaluate(encoder);
                        }
                    },
                    ALLOWED_MEBIBYTES);
        }
    }

    private static List<DevScorer> scorers(LiteratureCollection collection) {
        List<DevScorer> scorers = new ArrayList<>();
        TrainingConfig defaults = TrainingConfig.defaults();
        collection
                .tasks()
                .forEach(task -> DevScorers.of(collection, task, defaults.dev(), defaults.seed())
                        .ifPresent(scorers::add));
        return scorers;
    }
}
