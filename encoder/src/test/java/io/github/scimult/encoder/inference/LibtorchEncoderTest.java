package io.github.scimult.encoder.inference;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.fixture.TextEncoderContract;
import io.github.scimult.encoder.architecture.EmbeddingHead;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.InstructionConfig;
import io.github.scimult.encoder.architecture.Pooling;
import io.github.scimult.encoder.architecture.Prompts;
import io.github.scimult.encoder.architecture.Variant;
import io.github.scimult.encoder.checkpoint.ModelFolder;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Precision;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** Every architecture, pooling and variant is an encoder as its callers know one. */
class LibtorchEncoderTest {
    private static final Map<String, PretrainedModel> MODELS = new HashMap<>();

    private static TextEncoder open(String folder, AttentionKernel kernel, Change change) {
        PretrainedModel model = MODELS.get(folder);
        ComputeSettings compute = new ComputeSettings(Precision.FLOAT32, kernel, 1);
        return LibtorchEncoder.of(folder, model, change.of(model.config()), compute);
    }

    @BeforeAll
    static void load() throws IOException {
        for (String folder : List.of("tiny-bert", "tiny-roberta")) {
            MODELS.put(folder, ModelFolder.load(Golden.path(folder)));
        }
    }

    @AfterAll
    static void release() {
        MODELS.values().forEach(PretrainedModel::close);
    }

    /** Another configuration of the same weights. */
    private interface Change {
        EncoderConfig of(EncoderConfig config);
    }

    private static EncoderConfig variant(EncoderConfig config, Variant variant) {
        return config.withExperts(
                        variant.layout("mod2", config.layers(), List.of("search", "link", "classification"), Map.of()))
                .withInstructions(variant.instructions(InstructionConfig.ofThePaper()));
    }

    @Nested
    class Bert extends TextEncoderContract {
        @Override
        protected TextEncoder open() {
            return LibtorchEncoderTest.open("tiny-bert", AttentionKernel.FUSED, config -> config);
        }
    }

    @Nested
    class BertWithPlainAttention extends TextEncoderContract {
        @Override
        protected TextEncoder open() {
            AttentionKernel other = AttentionKernel.values()[AttentionKernel.values().length - 1];
            return LibtorchEncoderTest.open("tiny-bert", other, config -> config);
        }
    }

    @Nested
    class BertOfMeansAndCosines extends TextEncoderContract {
        @Override
        protected TextEncoder open() {
            return LibtorchEncoderTest.open(
                    "tiny-bert",
                    AttentionKernel.FUSED,
                    config -> config.withHead(new EmbeddingHead(Pooling.MEAN, Similarity.COSINE, 20, 24)));
        }
    }

    @Nested
    class Roberta extends TextEncoderContract {
        @Override
        protected TextEncoder open() {
            return LibtorchEncoderTest.open("tiny-roberta", AttentionKernel.FUSED, config -> config);
        }
    }

    @Nested
    class BertWithPrompts extends TextEncoderContract {
        @Override
        protected TextEncoder open() {
            return LibtorchEncoderTest.open(
                    "tiny-bert",
                    AttentionKernel.FUSED,
                    config -> config.withPrompts(new Prompts("query: ", "paper: ")));
        }
    }

    @Nested
    class BertWithExperts extends TextEncoderContract {
        @Override
        protected TextEncoder open() {
            return LibtorchEncoderTest.open(
                    "tiny-bert", AttentionKernel.FUSED, config -> variant(config, Variant.MHA_FFN_EXPERTS));
        }
    }

    @Nested
    class BertWithInstructions extends TextEncoderContract {
        @Override
        protected TextEncoder open() {
            return LibtorchEncoderTest.open(
                    "tiny-bert", AttentionKernel.FUSED, config -> variant(config, Variant.INSTRUCTION));
        }
    }
}
