package io.github.scimult.encoder.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.task.Task;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.InstructionConfig;
import io.github.scimult.encoder.architecture.Variant;
import io.github.scimult.encoder.checkpoint.ModelFolder;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Precision;
import java.io.IOException;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an encoder keeps, it keeps from its making to its closing, whatever scopes it is used in. */
class LibtorchEncoderMemoryTest {
    private static final int[][] TEXTS = {{2, 65, 115, 3}, {2, 300, 301, 302, 303, 3}};

    @ParameterizedTest
    @CsvSource({"VANILLA, BFLOAT16", "VANILLA, FLOAT32", "MHA_EXPERTS, BFLOAT16", "PREFIX, BFLOAT16"})
    void whatIsFirstUsedInsideACallersScopeWorksOutsideOfIt(Variant variant, Precision precision) throws IOException {
        try (PretrainedModel model = ModelFolder.load(Golden.path("tiny-bert"));
                LibtorchEncoder encoder = encoder(model, variant, precision)) {
            float[][] inside;
            try (PointerScope scope = new PointerScope()) {
                inside = encoder.encode(TEXTS, Task.SEARCH);
            }
            assertThat(encoder.encode(TEXTS, Task.SEARCH)).isDeepEqualTo(inside);
        }
    }

    @ParameterizedTest
    @CsvSource({"VANILLA, BFLOAT16", "PREFIX, FLOAT32"})
    void theWeightsLiveAsLongAsSomebodyKeepsThem(Variant variant, Precision precision) throws IOException {
        try (PretrainedModel model = ModelFolder.load(Golden.path("tiny-bert"))) {
            EncoderWeights weights = model.load(config(model, variant), Precision.FLOAT32);
            Tensor words = weights.get("embeddings.word_embeddings.weight");
            LibtorchEncoder encoder = new LibtorchEncoder("x", weights, model.tokenizer(), settings(precision));
            float[][] before = encoder.encode(TEXTS, Task.LINK);
            weights.close();
            assertThatThrownBy(() -> weights.expertFor(Task.LINK)).isInstanceOf(IllegalStateException.class);
            assertThat(encoder.encode(TEXTS, Task.LINK)).isDeepEqualTo(before);
            assertThat(words.isNull()).isFalse();
            encoder.close();
            assertThat(words.isNull()).isTrue();
        }
    }

    private static LibtorchEncoder encoder(PretrainedModel model, Variant variant, Precision precision) {
        return LibtorchEncoder.of("x", model, config(model, variant), settings(precision));
    }

    private static ComputeSettings settings(Precision precision) {
        return new ComputeSettings(precision, AttentionKernel.EAGER, 2);
    }

    private static EncoderConfig config(PretrainedModel model, Variant variant) {
        return model.config()
                .withExperts(variant.layout(
                        "mod2",
                        model.config().layers(),
                        java.util.List.of("search", "link", "classification"),
                        java.util.Map.of()))
                .withInstructions(variant.instructions(InstructionConfig.ofThePaper()));
    }
}
