package io.github.scimult.encoder.nn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.encoder.architecture.Pooling;
import io.github.scimult.encoder.architecture.WeightTable;
import io.github.scimult.encoder.checkpoint.ModelFolder;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.checkpoint.SafetensorsFile;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.encoder.fixture.GoldenModels;
import io.github.scimult.encoder.fixture.GoldenText;
import io.github.scimult.encoder.fixture.Numbers;
import io.github.scimult.encoder.fixture.Packing;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Dropout;
import io.github.scimult.encoder.nn.layer.Precision;
import io.github.scimult.encoder.packing.PackedBatch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** RoBERTa against Hugging Face's: embeddings, the states of every layer, the gradient of every weight. */
class RobertaParityTest {
    private static final String FOLDER = "tiny-roberta";

    @ParameterizedTest
    @CsvSource({"FUSED, FLOAT64, 1e-12", "EAGER, FLOAT64, 1e-12", "FUSED, FLOAT32, 2e-5", "EAGER, FLOAT32, 2e-5"})
    void everyTextHasTheReferencesEmbeddingsHoweverItIsPacked(AttentionKernel kernel, Precision precision, double bound)
            throws IOException {
        List<GoldenText> texts = GoldenText.of(FOLDER);
        try (PointerScope scope = new PointerScope()) {
            for (Pooling pooling : Pooling.values()) {
                Encoder encoder = GoldenModels.pooled(GoldenModels.tinyRoberta(precision), pooling)
                        .expert(0);
                for (Packing packing : Packing.values()) {
                    double[][] vectors = packing.encode(encoder, GoldenText.ids(texts), kernel);
                    for (int i = 0; i < vectors.length; i++) {
                        double[] expected = texts.get(i).vector(precision, pooling == Pooling.CLS ? "cls" : "mean");
                        assertThat(Numbers.difference(vectors[i], expected))
                                .as("%s %s %s", texts.get(i).name(), pooling, packing)
                                .isLessThanOrEqualTo(bound);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyLayersStatesAgree(AttentionKernel kernel) throws IOException {
        Map<String, int[]> ids = new TreeMap<>();
        GoldenText.of(FOLDER).forEach(text -> ids.put(text.name(), text.ids()));
        SafetensorsFile expected = SafetensorsFile.open(Golden.path(FOLDER + "/hidden_states.safetensors"));
        try (PointerScope scope = new PointerScope()) {
            Encoder encoder = GoldenModels.tinyRoberta(Precision.FLOAT64).expert(0);
            for (String name : List.of("one-word", "query", "emoji")) {
                PackedBatch batch = PackedBatch.of(new int[][] {ids.get(name)});
                List<Tensor> states =
                        encoder.states(encoder.pass(batch, kernel, Dropout.NONE), InstructionKeyValues.NONE);
                assertThat(states).hasSize(5);
                for (int layer = 0; layer < states.size(); layer++) {
                    double[] wanted = expected.get(name + ".hidden." + layer).toDoubles();
                    assertThat(Numbers.difference(Numbers.of(states.get(layer)), wanted))
                            .as("%s, layer %d", name, layer)
                            .isLessThanOrEqualTo(1e-12);
                }
            }
        }
    }

    @Test
    void everyWeightsGradientAgrees() throws IOException {
        int[][] ids = GoldenText.ids(GoldenText.of(FOLDER).stream()
                .filter(text -> List.of("query", "abstract", "emoji").contains(text.name()))
                .sorted(java.util.Comparator.comparingInt(
                        text -> List.of("query", "abstract", "emoji").indexOf(text.name())))
                .toList());
        SafetensorsFile expected = SafetensorsFile.open(Golden.path(FOLDER + "/gradients.safetensors"));
        try (PointerScope scope = new PointerScope()) {
            EncoderWeights weights = GoldenModels.trainable(GoldenModels.tinyRoberta(Precision.FLOAT64));
            PackedBatch batch = PackedBatch.of(ids);
            for (Pooling pooling : Pooling.values()) {
                Tensor vectors = GoldenModels.pooled(weights, pooling)
                        .expert(0)
                        .encode(batch, AttentionKernel.EAGER, Dropout.NONE); // (3, 32)
                vectors.mul(factors(pooling)).sum().backward();
            }
            weights.visit((weight, tensor) -> {
                double[] gradient = Numbers.of(tensor.grad());
                int size = gradient.length / weight.own().stored().size();
                for (int part = 0; part < weight.own().stored().size(); part++) {
                    String name = weight.own().stored().get(part);
                    double[] wanted = expected.get(name).toDoubles();
                    assertThat(Numbers.difference(Arrays.copyOfRange(gradient, part * size, (part + 1) * size), wanted))
                            .as(name)
                            .isLessThanOrEqualTo(1e-11 * Math.max(1, Numbers.greatest(wanted)));
                }
            });
            assertThat(expected.arrays().keySet())
                    .isEqualTo(WeightTable.of(weights.config()).stored().keySet());
        }
    }

    /** (3, 32), as the reference's loss has them. */
    private static Tensor factors(Pooling pooling) {
        List<Double> factors = new ArrayList<>();
        for (int text = 0; text < 3; text++) {
            for (int i = 1; i <= 32; i++) {
                factors.add((pooling == Pooling.CLS ? i : 33 - i) / 32.0 + text);
            }
        }
        return Tensor.create(factors.stream().mapToDouble(Double::doubleValue).toArray(), 3, 32);
    }

    @Test
    void theLongestTextFillsEveryPositionButThoseThatStayUnused() throws IOException {
        try (PretrainedModel model = ModelFolder.load(Golden.path(FOLDER))) {
            assertThat(model.config().architecture().tables().positions()).isEqualTo(130);
            assertThat(model.config().architecture().tables().firstPosition()).isEqualTo(2);
            assertThat(model.config().maxLength()).isEqualTo(128);
        }
    }
}
