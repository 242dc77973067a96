package io.github.scimult.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.encoder.architecture.Variant;
import io.github.scimult.encoder.checkpoint.ModelFolder;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.encoder.inference.ComputeSettings;
import io.github.scimult.encoder.inference.LibtorchEncoder;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Precision;
import io.github.scimult.training.event.TrainingEvent;
import io.github.scimult.training.fixture.OnTinyCollection;
import io.github.scimult.training.fixture.TinyRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Training from a RoBERTa instead of a BERT. */
class RobertaTrainingTest extends OnTinyCollection {
    @ParameterizedTest
    @EnumSource(names = {"VANILLA", "MHA_FFN_EXPERTS", "PREFIX"})
    void eachVariantIsTrainedFromItAndTheLossFalls(Variant variant) throws IOException {
        List<Double> losses = new ArrayList<>();
        TinyRun run = tinyRun(
                "run",
                "model.base=" + Golden.path("tiny-roberta"),
                "variant=" + variant,
                "budget.steps=100",
                "dev.evaluations=1",
                "tasks.weights.link=1",
                "merge.alpha=1");
        run.listenedToBy(event -> {
            if (event instanceof TrainingEvent.Step step) {
                losses.add(step.loss());
            }
        });
        assertThat(run.start(ALL)).isTrue();
        assertThat(mean(losses.subList(75, 100))).isLessThan(mean(losses.subList(0, 25)));
        try (PretrainedModel model = ModelFolder.load(run.folder());
                LibtorchEncoder encoder = LibtorchEncoder.of(
                        "model",
                        model,
                        model.config(),
                        new ComputeSettings(Precision.FLOAT32, AttentionKernel.FUSED, 1))) {
            assertThat(model.config().architecture().type()).isEqualTo("roberta");
            assertThat(encoder.encode(List.of(SegmentedText.of("a title", "a text")), Task.LINK)[0])
                    .hasSize(32);
        }
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
