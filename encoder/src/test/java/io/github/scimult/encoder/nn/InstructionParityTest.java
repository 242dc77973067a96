package io.github.scimult.encoder.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.pytorch.global.torch.arange;
import static org.bytedeco.pytorch.global.torch.cat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.encoder.architecture.InstructionConfig;
import io.github.scimult.encoder.architecture.Variant;
import io.github.scimult.encoder.checkpoint.SafetensorsFile;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.encoder.fixture.GoldenModels;
import io.github.scimult.encoder.fixture.Numbers;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Dropout;
import io.github.scimult.encoder.nn.layer.KeyValues;
import io.github.scimult.encoder.nn.layer.Precision;
import io.github.scimult.encoder.packing.PackedBatch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that attend to an instruction, against Hugging Face's blocks run on one joint sequence with a block mask. */
class InstructionParityTest {
    private static final String FOLDER = "instruction-variant/";

    @ParameterizedTest
    @CsvSource({"FUSED, FLOAT64, 1e-12", "EAGER, FLOAT64, 1e-12", "FUSED, FLOAT32, 2e-5", "EAGER, FLOAT32, 2e-5"})
    void everyTextHasTheReferencesVectorUnderEachInstruction(AttentionKernel kernel, Precision precision, double bound)
            throws IOException {
        String expected = precision == Precision.FLOAT64 ? "float64" : "float32";
        int checked = 0;
        try (PointerScope scope = new PointerScope()) {
            Map<String, Encoder> encoders = Map.of(
                    "instruction", model("instruction", precision).expert(0),
                    "prefix", model("prefix", precision).expert(0));
            for (JsonNode line : Golden.lines(FOLDER + "expected.jsonl")) {
                Encoder encoder = encoders.get(line.get("variant").asText());
                InstructionKeyValues instruction =
                        encoder.read(instruction(line.get("task").asText()), kernel, Dropout.NONE);
                PackedBatch text =
                        PackedBatch.of(new int[][] {text(line.get("name").asText())});
                Tensor vector = encoder.encode(text, instruction, kernel, Dropout.NONE);
                assertThat(Numbers.difference(Numbers.of(vector), Golden.doubles(line.get(expected))))
                        .as("%s %s %s", line.get("variant"), line.get("task"), line.get("name"))
                        .isLessThanOrEqualTo(bound);
                checked++;
            }
        }
        assertThat(checked).isEqualTo(2 * 3 * 5);
    }

    @Test
    void textsPackedTogetherHaveTheVectorsThatEachHasAlone() throws IOException {
        try (PointerScope scope = new PointerScope()) {
            Encoder encoder = model("instruction", Precision.FLOAT64).expert(0);
            List<int[]> texts = new ArrayList<>();
            for (JsonNode ids : Golden.json(FOLDER + "inputs.json").get("text_ids")) {
                texts.add(Golden.ints(ids));
            }
            for (AttentionKernel kernel : AttentionKernel.values()) {
                InstructionKeyValues instruction = encoder.read(instruction("search"), kernel, Dropout.NONE);
                int[][] all = texts.toArray(int[][]::new);
                double[] padded =
                        Numbers.of(encoder.encode(PackedBatch.padded(all), instruction, kernel, Dropout.NONE));
                for (int i = 0; i < all.length; i++) {
                    double[] alone = Numbers.of(
                            encoder.encode(PackedBatch.of(new int[][] {all[i]}), instruction, kernel, Dropout.NONE));
                    double[] own = java.util.Arrays.copyOfRange(padded, i * alone.length, (i + 1) * alone.length);
                    assertThat(Numbers.difference(own, alone)).isLessThanOrEqualTo(1e-12);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"instruction", "prefix"})
    void everyLayerAgrees(String variant) throws IOException {
        SafetensorsFile expected = SafetensorsFile.open(Golden.path(FOLDER + "hidden_states.safetensors"));
        try (PointerScope scope = new PointerScope()) {
            Encoder encoder = model(variant, Precision.FLOAT64).expert(0);
            InstructionKeyValues instruction = encoder.read(instruction("link"), AttentionKernel.FUSED, Dropout.NONE);
            PackedBatch text = PackedBatch.of(new int[][] {text("unicode")});
            List<Tensor> states = encoder.states(encoder.pass(text, AttentionKernel.FUSED, Dropout.NONE), instruction);
            for (int layer = 0; layer < states.size(); layer++) {
                String name = variant + ".text.hidden." + layer;
                assertThat(Numbers.difference(
                                Numbers.of(states.get(layer)),
                                expected.get(name).toDoubles()))
                        .as(name)
                        .isLessThanOrEqualTo(1e-12);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"instruction", "prefix"})
    void gradientsFlowThroughTheInstructionToo(String variant) throws IOException {
        JsonNode expected = Golden.json(FOLDER + "gradients.json").get(variant);
        try (PointerScope scope = new PointerScope()) {
            EncoderWeights weights = GoldenModels.trainable(model(variant, Precision.FLOAT64));
            Encoder encoder = weights.expert(0);
            InstructionKeyValues instruction = encoder.read(instruction("link"), AttentionKernel.FUSED, Dropout.NONE);
            Tensor vector = encoder.encode(
                    PackedBatch.of(new int[][] {text("query")}), instruction, AttentionKernel.FUSED, Dropout.NONE);
            Tensor factors =
                    arange(new Scalar(1), new Scalar(vector.numel() + 1)).to(vector.scalar_type());
            vector.view(-1).mul(factors).sum().div(new Scalar(32)).backward();
            haveTheLengths(weights, false, expected.get("text_encoder"));
            if (variant.equals("prefix")) {
                haveTheLengths(weights, true, expected.get("instruction_encoder"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(AttentionKernel.class)
    void anInstructionGivenTwiceAtHalfTheWeightIsTheInstructionOnce(AttentionKernel kernel) throws IOException {
        try (PointerScope scope = new PointerScope()) {
            EncoderWeights plain = GoldenModels.tinyBert(Precision.FLOAT64);
            Encoder encoder = plain.expert(0);
            InstructionConfig instructions = Variant.INSTRUCTION.instructions(InstructionConfig.ofThePaper());
            InstructionKeyValues once = read(plain, instructions, kernel);
            InstructionKeyValues half = read(plain, instructions.weighing(0.5), kernel);
            List<KeyValues> twice = half.blocks().stream()
                    .map(context -> new KeyValues(
                            cat(new TensorVector(context.keys(), context.keys()), 1),
                            cat(new TensorVector(context.values(), context.values()), 1),
                            context.bias()))
                    .toList();
            for (PackedBatch texts : List.of(
                    PackedBatch.of(new int[][] {text("query")}),
                    PackedBatch.padded(new int[][] {text("query"), text("unicode")}))) {
                double[] expected = Numbers.of(encoder.encode(texts, once, kernel, Dropout.NONE));
                assertThat(Numbers.difference(
                                Numbers.of(
                                        encoder.encode(texts, new InstructionKeyValues(twice), kernel, Dropout.NONE)),
                                expected))
                        .isLessThanOrEqualTo(1e-12);
                assertThat(Numbers.difference(Numbers.of(encoder.encode(texts, half, kernel, Dropout.NONE)), expected))
                        .as("half the weight makes a difference")
                        .isGreaterThan(1e-4);
            }
        }
    }

    private static InstructionKeyValues read(
            EncoderWeights weights, InstructionConfig instructions, AttentionKernel kernel) throws IOException {
        EncoderWeights instructed = weights.withConfig(weights.config().withInstructions(instructions));
        return instructed.expert(0).read(instruction("link"), kernel, Dropout.NONE);
    }

    private static void haveTheLengths(EncoderWeights weights, boolean ofReader, JsonNode expected) {
        Map<String, Double> lengths = new TreeMap<>();
        weights.visit((weight, tensor) -> {
            if (weight.isOfReader() == ofReader && tensor.grad().defined()) {
                lengths.put(weight.origin().name(), Numbers.length(Numbers.of(tensor.grad())));
            }
        });
        Map<String, Double> wanted = new TreeMap<>();
        expected.properties()
                .forEach(field -> wanted.merge(
                        together(field.getKey()), Math.pow(field.getValue().asDouble(), 2), Double::sum));
        assertThat(lengths.keySet()).isEqualTo(wanted.keySet());
        lengths.forEach((name, length) -> assertThat(length)
                .as(name)
                .isCloseTo(Math.sqrt(wanted.get(name)), org.assertj.core.data.Percentage.withPercentage(1e-8)));
    }

    /** Query, key and value are one weight here. */
    private static String together(String name) {
        return name.replaceFirst("\\.self\\.(query|key|value)\\.", ".self.qkv.");
    }

    /** The tiny BERT that reads instructions itself, or with a reader of other weights. */
    private static EncoderWeights model(String variant, Precision precision) throws IOException {
        EncoderWeights texts = GoldenModels.tinyBert(precision);
        EncoderWeights reader = GoldenModels.prefixReader(precision);
        InstructionConfig instructions =
                Variant.valueOf(variant.toUpperCase(Locale.ROOT)).instructions(InstructionConfig.ofThePaper());
        return EncoderWeights.make(
                texts.config().withInstructions(instructions),
                weight -> (weight.isOfReader() ? reader : texts)
                        .get(weight.origin().name())
                        .clone());
    }

    private static int[] instruction(String task) throws IOException {
        return Golden.ints(
                Golden.json(FOLDER + "inputs.json").get("instruction_ids").get(task));
    }

    private static int[] text(String name) throws IOException {
        return Golden.ints(Golden.json(FOLDER + "inputs.json").get("text_ids").get(name));
    }
}
