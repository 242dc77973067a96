package io.github.scimult.training.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.checkpoint.ModelFolder;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.checkpoint.WeightArrays;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.encoder.fixture.GoldenModels;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.nn.layer.Precision;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightInterpolationTest {
    @Test
    void theWholeShareIsTheTrainedEncoderAndNoneTheBase() throws IOException {
        try (PointerScope scope = new PointerScope()) {
            EncoderWeights base = GoldenModels.tinyBert(Precision.FLOAT32);
            EncoderWeights trained = moved(base);
            assertThat(numbers(WeightInterpolation.of(base, trained, 1))).isEqualTo(numbers(trained));
            assertThat(numbers(WeightInterpolation.of(base, trained, 0))).isEqualTo(numbers(base));
        }
    }

    @Test
    void halfAShareIsHalfWay() throws IOException {
        try (PointerScope scope = new PointerScope()) {
            EncoderWeights base = GoldenModels.tinyBert(Precision.FLOAT32);
            EncoderWeights trained = moved(base);
            List<Float> before = numbers(trained);
            isBetween(numbers(WeightInterpolation.of(base, trained, 0.5)), numbers(base), before, 0.5);
            isBetween(numbers(WeightInterpolation.of(base, trained, 0.75)), numbers(base), before, 0.75);
            assertThat(numbers(trained)).as("left as it was").isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"release-attention-experts", "release-ffn-experts"})
    void anExpertIsBlendedWithTheSubLayerThatItBeganFrom(String folder) throws IOException {
        try (PointerScope scope = new PointerScope();
                PretrainedModel model = ModelFolder.load(Golden.path("tiny-bert"))) {
            EncoderWeights base = model.load(Precision.FLOAT32);
            EncoderConfig config = model.config().withExperts(GoldenModels.layout(folder));
            EncoderWeights start = model.load(config, Precision.FLOAT32);
            EncoderWeights trained = GoldenModels.release(folder, Precision.FLOAT32);
            EncoderWeights half = WeightInterpolation.of(base, trained, 0.5);
            isBetween(numbers(half), numbers(start), numbers(trained), 0.5);
            assertThat(weights(half).keySet()).isEqualTo(weights(trained).keySet());
        }
    }

    @Test
    void eachPartOfTheWeightsStopsAtItsOwnShare() throws IOException {
        try (PointerScope scope = new PointerScope()) {
            EncoderWeights base = GoldenModels.tinyBert(Precision.FLOAT32);
            EncoderWeights trained = moved(base);
            Alphas shares = Alphas.of(0.5).with("attention", 1).with("embeddings", 0);
            Map<String, double[]> blended =
                    weights(WeightInterpolation.of(base, trained, shares, ParameterGroups.KINDS));
            weights(base).forEach((name, from) -> {
                double[] to = weights(trained).get(name);
                double share = !name.startsWith("encoder.layer") ? 0 : name.contains(".attention.") ? 1 : 0.5;
                assertThat(blended.get(name)[0])
                        .as(name)
                        .isCloseTo((1 - share) * from[0] + share * to[0], within(1e-6));
            });
        }
    }

    private static EncoderWeights moved(EncoderWeights base) {
        torch.manual_seed(3);
        return EncoderWeights.make(
                base.config(), weight -> base.get(weight.name()).add(torch.randn_like(base.get(weight.name()))));
    }

    private static void isBetween(List<Float> blended, List<Float> from, List<Float> to, double share) {
        assertThat(blended).hasSameSizeAs(from).hasSameSizeAs(to);
        for (int i = 0; i < blended.size(); i++) {
            double expected = (1 - share) * from.get(i) + share * to.get(i);
            if (Math.abs(blended.get(i) - expected) > 1e-6) { // a million assertions take seconds
                assertThat((double) blended.get(i)).isCloseTo(expected, within(1e-6));
            }
        }
    }

    private static Map<String, double[]> weights(EncoderWeights encoder) {
        Map<String, double[]> weights = new TreeMap<>();
        WeightArrays.of(encoder).forEach((name, array) -> weights.put(name, array.toDoubles()));
        return weights;
    }

    private static List<Float> numbers(EncoderWeights encoder) {
        return weights(encoder).values().stream()
                .flatMapToDouble(java.util.Arrays::stream)
                .mapToObj(number -> (float) number)
                .toList();
    }
}
