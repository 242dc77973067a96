package io.github.scimult.encoder.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.embedding.NonFiniteVectorException;
import io.github.scimult.core.task.Task;
import io.github.scimult.encoder.checkpoint.ModelFolder;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.encoder.fixture.GoldenText;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Precision;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a text's vector owes to the texts that are encoded together with it: at most rounding, and never another text's fault. */
class BatchCompositionTest {
    private PretrainedModel model;
    private int[][] texts;

    @BeforeEach
    void load() throws IOException {
        model = ModelFolder.load(Golden.path("tiny-bert"));
        texts = GoldenText.ids(GoldenText.of("tiny-bert"));
    }

    @AfterEach
    void close() {
        model.close();
    }

    @ParameterizedTest
    @CsvSource({"FLOAT32, FUSED, 1e-6", "FLOAT32, EAGER, 1e-6", "BFLOAT16, FUSED, 1e-4", "BFLOAT16, EAGER, 1e-4"})
    void aTextAloneHasTheDirectionThatItHasAmongOthers(Precision precision, AttentionKernel kernel, double bound) {
        try (LibtorchEncoder encoder = encoder(precision, kernel)) {
            float[][] together = encoder.encode(texts, Task.LINK);
            for (int text = 0; text < texts.length; text++) {
                float[] alone = encoder.encode(new int[][] {texts[text]}, Task.LINK)[0];
                assertThat(1 - cosine(alone, together[text])).isLessThan(bound);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"FLOAT32, FUSED", "BFLOAT16, FUSED", "BFLOAT16, EAGER"})
    void theSameTextsHaveTheSameVectorsInEveryEncoderOfTheSamePlan(Precision precision, AttentionKernel kernel) {
        try (LibtorchEncoder one = encoder(precision, kernel);
                LibtorchEncoder other = encoder(precision, kernel)) {
            assertThat(one.encode(texts, Task.LINK)).isDeepEqualTo(other.encode(texts, Task.LINK));
        }
    }

    @Test
    void aVectorThatIsNotFiniteIsRefusedByModelAndText() {
        try (EncoderWeights weights = model.load(Precision.FLOAT32);
                PointerScope scope = new PointerScope()) {
            weights.visit((weight, tensor) -> {
                if (weight.name().endsWith("LayerNorm.weight")) {
                    tensor.fill_(new Scalar(3e38));
                }
            });
            try (LibtorchEncoder encoder = new LibtorchEncoder(
                    "diverged",
                    weights,
                    model.tokenizer(),
                    new ComputeSettings(Precision.FLOAT32, AttentionKernel.FUSED, 1))) {
                List<String> ids = IntStream.range(0, texts.length)
                        .mapToObj(text -> "paper-" + text)
                        .toList();
                assertThatThrownBy(() -> encoder.encode(texts, Task.LINK))
                        .isInstanceOfSatisfying(
                                NonFiniteVectorException.class,
                                failure -> assertThat(failure.named(ids))
                                        .hasMessageContaining("diverged")
                                        .hasMessageContaining("'paper-"));
            }
        }
    }

    private LibtorchEncoder encoder(Precision precision, AttentionKernel kernel) {
        return LibtorchEncoder.of("tiny", model, model.config(), new ComputeSettings(precision, kernel, 2));
    }

    private static double cosine(float[] a, float[] b) {
        double product = 0;
        double squaresOfA = 0;
        double squaresOfB = 0;
        for (int i = 0; i < a.length; i++) {
            product += (double) a[i] * b[i];
            squaresOfA += (double) a[i] * a[i];
            squaresOfB += (double) b[i] * b[i];
        }
        return product / Math.sqrt(squaresOfA * squaresOfB);
    }
}
