package io.github.scimult.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.task.Task;
import io.github.scimult.encoder.checkpoint.SciMultWeightNames;
import io.github.scimult.encoder.checkpoint.WeightArrays;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.encoder.fixture.GoldenModels;
import io.github.scimult.encoder.fixture.GoldenText;
import io.github.scimult.encoder.fixture.Numbers;
import io.github.scimult.encoder.fixture.Packing;
import io.github.scimult.encoder.nn.Encoder;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Precision;
import io.github.scimult.training.fixture.GoldenTraining;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten training steps of the plain encoder and of both kinds of experts against torch's. */
class TrajectoryParityTest {
    /** What a number type allows: absolutely for losses and vectors, relatively for norms of more than 1. */
    private record Bounds(double loss, double norm, double vector) {
        static Bounds of(Precision precision) {
            return precision == Precision.FLOAT64 ? new Bounds(1e-9, 1e-9, 1e-9) : new Bounds(1e-4, 5e-5, 5e-5);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT64", "FLOAT32"})
    void thePlainEncoderLearnsAsTheReferenceDoes(Precision precision) throws IOException {
        try (PointerScope scope = new PointerScope()) {
            EncoderWeights encoder = GoldenModels.trainable(GoldenModels.tinyBert(precision));
            stepsAgree(new GoldenTraining(encoder).run(), "tiny-bert", precision);
            for (JsonNode probe : Golden.lines("optimizer/tiny-bert.probes.jsonl")) {
                vectorAgrees(encoder.expert(0), probe, numbers(probe, precision), precision);
            }
            finalNormsAgree(encoder, precision);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"attention-experts", "ffn-experts"})
    void expertsLearnAsTheReferencesDo(String kind) throws IOException {
        for (Precision precision : List.of(Precision.FLOAT64, Precision.FLOAT32)) {
            try (PointerScope scope = new PointerScope()) {
                EncoderWeights encoder = GoldenModels.trainable(GoldenModels.release("release-" + kind, precision));
                stepsAgree(new GoldenTraining(encoder).run(), kind, precision);
                for (JsonNode probe : Golden.lines("optimizer/" + kind + ".probes.jsonl")) {
                    for (Map.Entry<String, JsonNode> vector :
                            numbers(probe, precision).properties()) {
                        Encoder expert = encoder.expertFor(Task.parse(vector.getKey()));
                        vectorAgrees(expert, probe, vector.getValue(), precision);
                    }
                }
            }
        }
    }

    private static void stepsAgree(List<GoldenTraining.Step> steps, String name, Precision precision)
            throws IOException {
        Bounds bounds = Bounds.of(precision);
        List<JsonNode> expected = Golden.lines("optimizer/" + name + ".steps.jsonl");
        assertThat(steps).hasSameSizeAs(expected);
        for (int i = 0; i < steps.size(); i++) {
            GoldenTraining.Step step = steps.get(i);
            JsonNode numbers = numbers(expected.get(i), precision);
            assertThat(step.loss())
                    .as("loss of step %d", i)
                    .isCloseTo(numbers.get("loss").asDouble(), within(bounds.loss()));
            normAgrees("gradient of step " + i, step.norm(), numbers.get("grad_norm"), bounds);
            if (numbers.has("grad_norm_per_parameter")) {
                parametersAgree(step.gradientNorms(), numbers.get("grad_norm_per_parameter"), bounds);
            }
            if (numbers.has("expert_grad_norm")) {
                expertsAgree(step.gradientNorms(), numbers.get("expert_grad_norm"), bounds);
            }
        }
    }

    private static void parametersAgree(Map<String, Double> norms, JsonNode expected, Bounds bounds) {
        assertThat(norms).hasSize(expected.size());
        for (Map.Entry<String, JsonNode> entry : expected.properties()) {
            String name = SciMultWeightNames.translate(entry.getKey(), "the reference's steps");
            assertThat(norms).containsKey(name);
            normAgrees(name, norms.get(name), entry.getValue(), bounds);
        }
    }

    private static void expertsAgree(Map<String, Double> norms, JsonNode expected, Bounds bounds) {
        for (Map.Entry<String, JsonNode> entry : expected.properties()) {
            String own = ".experts." + entry.getKey() + ".";
            boolean shared = entry.getKey().equals("shared");
            double squares = norms.entrySet().stream()
                    .filter(norm -> norm.getKey().contains(shared ? "" : own))
                    .filter(norm -> !shared || !norm.getKey().contains(".experts."))
                    .mapToDouble(norm -> norm.getValue() * norm.getValue())
                    .sum();
            assertThat(squares == 0)
                    .as(entry.getKey())
                    .isEqualTo(entry.getValue().asDouble() == 0);
            normAgrees(entry.getKey(), Math.sqrt(squares), entry.getValue(), bounds);
        }
    }

    private static void normAgrees(String what, double actual, JsonNode expected, Bounds bounds) {
        double norm = expected.asDouble();
        // Norms below 1 absolutely: the gradient of a key's bias is nothing but rounding.
        assertThat(actual).as(what).isCloseTo(norm, within(bounds.norm() * Math.max(1, norm)));
    }

    private static void vectorAgrees(Encoder encoder, JsonNode probe, JsonNode expected, Precision precision)
            throws IOException {
        int[][] ids = GoldenText.of("tiny-bert").stream()
                .filter(text -> text.name().equals(probe.get("name").asText()))
                .map(GoldenText::ids)
                .toArray(int[][]::new);
        double[] vector = Packing.ALONE.encode(encoder, ids, AttentionKernel.FUSED)[0];
        assertThat(Numbers.difference(vector, Golden.doubles(expected)))
                .as("probe %s", probe.get("name"))
                .isLessThanOrEqualTo(Bounds.of(precision).vector());
    }

    private static void finalNormsAgree(EncoderWeights encoder, Precision precision) throws IOException {
        JsonNode expected = Golden.json("optimizer/tiny-bert.final-norms.json");
        assertThat(expected.size()).isEqualTo(69);
        WeightArrays.of(encoder).forEach((name, weight) -> {
            // In 32 bits Adam blows the rounding that is a key's bias's gradient up to steps of its own; no vector sees
            // it.
            if (precision == Precision.FLOAT64 || !name.endsWith("self.key.bias")) {
                normAgrees(name, Numbers.length(weight.toDoubles()), expected.get(name), Bounds.of(precision));
            }
        });
    }

    private static JsonNode numbers(JsonNode line, Precision precision) {
        return line.get(precision == Precision.FLOAT64 ? "float64" : "float32");
    }
}
