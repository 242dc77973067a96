package io.github.scimult.encoder.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.task.Task;
import io.github.scimult.encoder.architecture.EmbeddingHead;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.InstructionConfig;
import io.github.scimult.encoder.architecture.Pooling;
import io.github.scimult.encoder.architecture.Variant;
import io.github.scimult.encoder.checkpoint.ModelFolder;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.checkpoint.SciMultCheckpoint;
import io.github.scimult.encoder.checkpoint.WeightMap;
import io.github.scimult.encoder.checkpoint.array.WeightArray;
import io.github.scimult.encoder.export.onnx.NumberType;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.encoder.fixture.GoldenText;
import io.github.scimult.encoder.inference.ComputeSettings;
import io.github.scimult.encoder.inference.LibtorchEncoder;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Precision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is exported gives, in ONNX Runtime and in plain folders, the vectors that it gives here. */
class ModelExportTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "release-attention-experts, link, FP32, 0.999999999",
        "release-ffn-experts, search, FP32, 0.999999999",
        "release-vanilla, link, FP32, 0.999999999",
        "release-attention-experts, search, FP16, 0.9999",
        "release-ffn-experts, classification, INT8, 0.9"
    })
    void anExpertsGraphGivesTheExpertsVectorsForAPaddedBatch(
            String release, String task, NumberType type, double leastCosine) throws IOException, OrtException {
        try (PretrainedModel model =
                SciMultCheckpoint.load(Golden.path(release + "/model.zip.ckpt"), Golden.path("tiny-bert"), null)) {
            agrees(model, Task.parse(task), type, leastCosine);
        }
    }

    @ParameterizedTest
    @CsvSource({"INSTRUCTION, 1", "PREFIX, 1", "INSTRUCTION, 0.1", "PREFIX, 0.1"})
    void anInstructionIsPartOfTheGraphAtItsWeight(Variant variant, double weight) throws IOException, OrtException {
        try (PretrainedModel plain = ModelFolder.load(Golden.path("tiny-bert"))) {
            InstructionConfig instructions =
                    variant.instructions(InstructionConfig.ofThePaper()).weighing(weight);
            EncoderConfig config = plain.config().withInstructions(instructions);
            PretrainedModel model =
                    new PretrainedModel(config, plain.weights().withCopies(config), plain.tokenizer(), "instructed");
            agrees(model, Task.LINK, NumberType.FP32, 0.999999999);
            assertThatThrownBy(
                            () -> ModelExport.sentenceTransformers(model, Task.LINK, "# Link\n", folder.resolve("st")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("--format onnx");
        }
    }

    @ParameterizedTest
    @CsvSource({"VANILLA, FP32", "MHA_FFN_EXPERTS, FP32", "INSTRUCTION, FP32", "PREFIX, FP32", "VANILLA, FP16"})
    void aRobertaCountsItsPositionsInTheGraphAsWell(Variant variant, NumberType type) throws IOException, OrtException {
        try (PretrainedModel plain = ModelFolder.load(Golden.path("tiny-roberta"))) {
            EncoderConfig config = plain.config()
                    .withExperts(variant.layout("mod2", 4, List.of("search", "link"), Map.of("classification", "link")))
                    .withInstructions(variant.instructions(InstructionConfig.ofThePaper()));
            PretrainedModel model =
                    new PretrainedModel(config, plain.weights().withCopies(config), plain.tokenizer(), "roberta");
            int[][] ids = GoldenText.ids(GoldenText.of("tiny-roberta"));
            agrees(model, Task.LINK, type, ids, type == NumberType.FP32 ? 0.999999999 : 0.9999);
        }
    }

    @Test
    void poolingByTheMeanAndLengthOneAreInsideTheGraph() throws IOException, OrtException {
        try (PretrainedModel plain = ModelFolder.load(Golden.path("tiny-bert"))) {
            PretrainedModel model = new PretrainedModel(
                    plain.config().withHead(EmbeddingHead.of(Pooling.MEAN, Similarity.COSINE, 128)),
                    plain.weights(),
                    plain.tokenizer(),
                    "mean");
            for (float[] vector : agrees(model, Task.LINK, NumberType.FP32, 0.999999999)) {
                double squares = 0;
                for (float component : vector) {
                    squares += component * component;
                }
                assertThat(squares).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-5));
            }
        }
    }

    @Test
    void aWeightThatSixteenBitsCannotHoldIsRefusedByItsName() throws IOException {
        try (PretrainedModel plain = ModelFolder.load(Golden.path("tiny-bert"))) {
            Map<String, WeightArray> arrays = new TreeMap<>(plain.weights().arrays());
            String name = "encoder.layer.2.intermediate.dense.bias";
            float[] large = arrays.get(name).toFloats();
            large[3] = 70_000;
            arrays.put(name, WeightArray.of(large, large.length));
            PretrainedModel model = new PretrainedModel(
                    plain.config(), new WeightMap(new TreeMap<>(arrays), "large"), plain.tokenizer(), "large");
            assertThatThrownBy(() ->
                            ModelExport.onnx(model, Task.LINK, NumberType.FP16, "# Half\n", folder.resolve("half")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(name)
                    .hasMessageContaining("70000")
                    .hasMessageContaining("--type fp32");
            assertThat(folder.resolve("half")).doesNotExist();
        }
    }

    @Test
    void aPlainFolderOfAnExpertGivesItsVectorsBitForBit() throws IOException {
        try (PretrainedModel model = SciMultCheckpoint.load(
                Golden.path("release-ffn-experts/model.zip.ckpt"), Golden.path("tiny-bert"), null)) {
            ModelExport.sentenceTransformers(model, Task.LINK, "# Link\n", folder.resolve("link"));
            assertThat(folder.resolve("link/modules.json")).exists();
            assertThat(folder.resolve("link/README.md")).hasContent("# Link");
            try (PretrainedModel plain = ModelFolder.load(folder.resolve("link"))) {
                assertThat(plain.config().isPlain()).isTrue();
                int[][] ids = GoldenText.ids(GoldenText.of("release-ffn-experts"));
                assertThat(encoder(plain).encode(ids, Task.SEARCH))
                        .isDeepEqualTo(encoder(model).encode(ids, Task.LINK));
            }
        }
    }

    private float[][] agrees(PretrainedModel model, Task task, NumberType type, double leastCosine)
            throws IOException, OrtException {
        return agrees(model, task, type, GoldenText.ids(GoldenText.of("tiny-bert")), leastCosine);
    }

    private float[][] agrees(PretrainedModel model, Task task, NumberType type, int[][] ids, double leastCosine)
            throws IOException, OrtException {
        Path to = folder.resolve("onnx");
        ModelExport.onnx(model, task, type, "# Model\n", to);
        float[][] expected = encoder(model).encode(ids, task);
        float[][] found = run(to.resolve("model.onnx"), ids);
        for (int text = 0; text < ids.length; text++) {
            assertThat(cosine(found[text], expected[text])).as("text %d", text).isGreaterThanOrEqualTo(leastCosine);
            if (type == NumberType.FP32 && model.config().similarity() == Similarity.DOT) {
                for (int i = 0; i < expected[text].length; i++) {
                    assertThat(found[text][i]).isCloseTo(expected[text][i], org.assertj.core.data.Offset.offset(2e-5f));
                }
            }
        }
        return found;
    }

    private static float[][] run(Path graph, int[][] ids) throws OrtException {
        int longest = Arrays.stream(ids).mapToInt(text -> text.length).max().orElseThrow();
        long[][] tokens = new long[ids.length][longest];
        long[][] mask = new long[ids.length][longest];
        for (int text = 0; text < ids.length; text++) {
            for (int i = 0; i < ids[text].length; i++) {
                tokens[text][i] = ids[text][i];
                mask[text][i] = 1;
            }
        }
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(graph.toString());
                OnnxTensor input = OnnxTensor.createTensor(environment, tokens);
                OnnxTensor present = OnnxTensor.createTensor(environment, mask);
                OnnxTensor types = OnnxTensor.createTensor(environment, new long[ids.length][longest]);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", input, "attention_mask", present, "token_type_ids", types))) {
            return (float[][]) result.get("sentence_embedding").orElseThrow().getValue();
        }
    }

    private static double cosine(float[] one, float[] other) {
        double dot = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < one.length; i++) {
            dot += (double) one[i] * other[i];
            first += (double) one[i] * one[i];
            second += (double) other[i] * other[i];
        }
        return dot / Math.sqrt(first * second);
    }

    private static LibtorchEncoder encoder(PretrainedModel model) {
        return LibtorchEncoder.of(
                "model", model, model.config(), new ComputeSettings(Precision.FLOAT32, AttentionKernel.FUSED, 1));
    }
}
