package io.github.scimult.encoder.nn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.encoder.architecture.Pooling;
import io.github.scimult.encoder.checkpoint.ModelFolder;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.encoder.fixture.GoldenModels;
import io.github.scimult.encoder.fixture.GoldenText;
import io.github.scimult.encoder.fixture.Numbers;
import io.github.scimult.encoder.fixture.Packing;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Precision;
import java.io.IOException;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The plain encoder against Hugging Face's: ids, [CLS] and means of twelve texts, however they are packed. */
class TinyBertParityTest {
    private static final String FOLDER = "tiny-bert";

    @Test
    void theTokenizerGivesTheReferencesIds() throws IOException {
        try (PretrainedModel model = ModelFolder.load(Golden.path(FOLDER))) {
            for (GoldenText text : GoldenText.of(FOLDER)) {
                assertThat(model.tokenizer().encodeMarked(text.text(), 128))
                        .as(text.name())
                        .isEqualTo(text.ids());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void doublesGiveTheReferencesVectors(AttentionKernel kernel) throws IOException {
        forEachVector(
                Precision.FLOAT64,
                kernel,
                (name, actual, expected) -> assertThat(Numbers.difference(actual, expected))
                        .as(name)
                        .isLessThanOrEqualTo(1e-12));
    }

    @ParameterizedTest
    @EnumSource
    void floatsGiveTheReferencesVectors(AttentionKernel kernel) throws IOException {
        forEachVector(
                Precision.FLOAT32,
                kernel,
                (name, actual, expected) -> assertThat(Numbers.difference(actual, expected))
                        .as(name)
                        .isLessThanOrEqualTo(2e-5));
    }

    @ParameterizedTest
    @EnumSource
    void shortFloatsStayNearTheReferencesVectors(AttentionKernel kernel) throws IOException {
        forEachVector(Precision.BFLOAT16, kernel, (name, actual, expected) -> {
            assertThat(Numbers.cosine(actual, expected)).as(name).isGreaterThanOrEqualTo(0.998);
            assertThat(Numbers.difference(actual, expected)).as(name).isLessThanOrEqualTo(0.2);
        });
    }

    private static void forEachVector(Precision precision, AttentionKernel kernel, Comparison comparison)
            throws IOException {
        List<GoldenText> texts = GoldenText.of(FOLDER);
        try (PointerScope scope = new PointerScope()) {
            EncoderWeights weights = GoldenModels.tinyBert(precision);
            Encoder first = weights.expert(0).computingIn(precision);
            Encoder mean = GoldenModels.pooled(weights, Pooling.MEAN).expert(0).computingIn(precision);
            for (Packing packing : Packing.values()) {
                double[][] firsts = packing.encode(first, GoldenText.ids(texts), kernel);
                double[][] means = packing.encode(mean, GoldenText.ids(texts), kernel);
                for (int i = 0; i < texts.size(); i++) {
                    GoldenText text = texts.get(i);
                    String name = text.name() + " " + packing;
                    comparison.compare(name + " cls", firsts[i], text.vector(precision, "cls"));
                    comparison.compare(name + " mean", means[i], text.vector(precision, "mean"));
                    comparison.compare(
                            name + " mean_normalised",
                            Numbers.normalised(means[i]),
                            text.vector(precision, "mean_normalised"));
                }
            }
        }
    }

    @FunctionalInterface
    private interface Comparison {
        void compare(String name, double[] actual, double[] expected);
    }
}
