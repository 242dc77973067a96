package io.github.scimult.encoder.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.task.Task;
import io.github.scimult.encoder.architecture.EmbeddingHead;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.InstructionConfig;
import io.github.scimult.encoder.architecture.Pooling;
import io.github.scimult.encoder.architecture.Variant;
import io.github.scimult.encoder.checkpoint.array.WeightArray;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.encoder.fixture.GoldenText;
import io.github.scimult.encoder.fixture.Numbers;
import io.github.scimult.encoder.fixture.Packing;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A RoBERTa is read, becomes each variant, and is written and read back, as a BERT is. */
class RobertaFolderTest {
    private static final Path GOLDEN = Golden.path("tiny-roberta");

    @TempDir
    Path folder;

    @Test
    void theWeightsOfAModelWithAHeadAreFoundBehindTheirPrefix() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Map<String, WeightArray> prefixed = new TreeMap<>();
        SafetensorsFile.open(GOLDEN.resolve("model.safetensors"))
                .arrays()
                .forEach((name, array) -> prefixed.put("roberta." + name, array));
        prefixed.put("lm_head.bias", WeightArray.of(new float[600], 600));
        prefixed.put("lm_head.dense.weight", WeightArray.of(new float[32 * 32], 32, 32));
        SafetensorsWriter.write(folder.resolve("model.safetensors"), prefixed, Map.of());
        try (PretrainedModel model = ModelFolder.load(folder);
                PretrainedModel original = ModelFolder.load(GOLDEN)) {
            sameWeights(model, original);
            assertThat(model.fingerprint()).isEqualTo(original.fingerprint());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyVariantBeginsAsItAndIsReadBackAsItWasWritten(Variant variant) throws IOException {
        int[][] texts = GoldenText.ids(GoldenText.of("tiny-roberta"));
        try (PointerScope scope = new PointerScope();
                PretrainedModel plain = ModelFolder.load(GOLDEN)) {
            EncoderConfig config = variant(plain.config(), variant);
            ModelFolder.write(
                    folder, config, WeightArrays.of(plain.load(config, Precision.FLOAT32)), plain.tokenizer());
            try (PretrainedModel model = ModelFolder.load(folder);
                    EncoderWeights weights = model.load(Precision.FLOAT64)) {
                assertThat(model.config()).isEqualTo(config);
                assertThat(model.tokenizer().fingerprint())
                        .isEqualTo(plain.tokenizer().fingerprint());
                double[][] expected =
                        Packing.PADDED.encode(plain.load(Precision.FLOAT64).expert(0), texts, AttentionKernel.FUSED);
                for (Task task : List.of(Task.SEARCH, Task.LINK, Task.CLASSIFICATION)) {
                    double[][] own = Packing.PACKED.encode(weights.expertFor(task), texts, AttentionKernel.EAGER);
                    for (int text = 0; text < own.length; text++) {
                        assertThat(Numbers.difference(own[text], expected[text]))
                                .isLessThanOrEqualTo(1e-12);
                    }
                }
            }
        }
    }

    private static EncoderConfig variant(EncoderConfig plain, Variant variant) {
        return plain.withHead(EmbeddingHead.of(Pooling.CLS, Similarity.COSINE, 64))
                .withExperts(
                        variant.layout("mod2", plain.layers(), List.of("search", "link", "classification"), Map.of()))
                .withInstructions(variant.instructions(InstructionConfig.ofThePaper()));
    }

    @Test
    void aPlainOneIsWrittenAsHuggingFacesLibrariesReadIt() throws IOException {
        try (PretrainedModel plain = ModelFolder.load(GOLDEN)) {
            ModelFolder.write(folder, plain.config(), plain.weights().arrays(), plain.tokenizer());
            JsonNode config =
                    new ObjectMapper().readTree(folder.resolve("config.json").toFile());
            assertThat(config.at("/architectures/0").asText()).isEqualTo("RobertaModel");
            JsonNode original =
                    new ObjectMapper().readTree(GOLDEN.resolve("config.json").toFile());
            for (String key : List.of(
                    "model_type",
                    "hidden_size",
                    "max_position_embeddings",
                    "type_vocab_size",
                    "pad_token_id",
                    "bos_token_id",
                    "eos_token_id",
                    "layer_norm_eps",
                    "vocab_size",
                    "hidden_act")) {
                assertThat(config.path(key).asText())
                        .as(key)
                        .isEqualTo(original.path(key).asText());
            }
            assertThat(folder.resolve("modules.json")).exists();
            assertThat(folder.resolve("vocab.txt")).doesNotExist();
            try (PretrainedModel again = ModelFolder.load(folder)) {
                sameWeights(again, plain);
            }
        }
    }

    private static void sameWeights(PretrainedModel actual, PretrainedModel expected) {
        assertThat(actual.weights().arrays().keySet())
                .isEqualTo(expected.weights().arrays().keySet())
                .hasSize(69);
        expected.weights()
                .arrays()
                .forEach((name, array) ->
                        assertThat(actual.weights().get(name).toFloats()).isEqualTo(array.toFloats()));
    }
}
