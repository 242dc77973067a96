package io.github.scimult.encoder.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.encoder.architecture.BlockSizes;
import io.github.scimult.encoder.architecture.EmbeddingHead;
import io.github.scimult.encoder.architecture.EmbeddingTables;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.ExpertLayout;
import io.github.scimult.encoder.architecture.Pooling;
import io.github.scimult.encoder.architecture.Routing;
import io.github.scimult.encoder.checkpoint.array.WeightArray;
import io.github.scimult.encoder.nn.bert.Bert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path GOLDEN = Path.of("src/test/resources/golden/tiny-bert");

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void copyTheGoldenFolder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("tiny"));
        try (Stream<Path> files = Files.list(GOLDEN)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void aPlainBertIsReadOutAsSciMultReadsIt() throws IOException {
        try (PretrainedModel model = ModelFolder.load(folder)) {
            assertThat(model.config())
                    .isEqualTo(new EncoderConfig(
                            Bert.architecture(new BlockSizes(4, 32, 4, 64), new EmbeddingTables(600, 128, 0, 2), 1e-12),
                            new EmbeddingHead(Pooling.CLS, Similarity.DOT, 1, 128),
                            Routing.NONE));
            assertThat(model.weights().arrays()).hasSize(69).doesNotContainKey("pooler.dense.weight");
            assertThat(SafetensorsFile.open(folder.resolve("model.safetensors")).arrays())
                    .hasSize(71);
            assertThat(model.name()).isEqualTo("tiny");
        }
    }

    @Test
    void theWeightsGiveTheReferencesFirstTokens() throws IOException {
        try (PretrainedModel model = ModelFolder.load(folder)) {
            for (String line : Files.readAllLines(folder.resolve("expected.jsonl"))) {
                JsonNode text = MAPPER.readTree(line);
                int[] ids = model.tokenizer().encodeMarked(text.get("text").asText(), 128);
                double[] cls = new PlainBert(model).states(ids)[0];
                for (int i = 0; i < cls.length; i++) {
                    assertThat(cls[i]).isCloseTo(text.at("/float64/cls/" + i).asDouble(), offset(1e-12));
                }
            }
        }
    }

    @Test
    void theWeightsOfAModelWithAHeadAreFoundBehindTheirPrefix() throws IOException {
        Path weights = folder.resolve("model.safetensors");
        Map<String, WeightArray> prefixed = new TreeMap<>();
        SafetensorsFile.open(weights)
                .arrays()
                .forEach((name, array) ->
                        prefixed.put("bert." + name.replace("LayerNorm.weight", "LayerNorm.gamma"), array));
        prefixed.put("cls.predictions.bias", WeightArray.of(new float[600], 600));
        SafetensorsWriter.write(weights, prefixed, Map.of());
        try (PretrainedModel model = ModelFolder.load(folder);
                PretrainedModel original = ModelFolder.load(GOLDEN)) {
            assertSameWeights(model.weights(), original.weights());
        }
    }

    @Test
    void aModelInSeveralFilesIsReadThroughItsIndex() throws IOException {
        Path whole = folder.resolve("model.safetensors");
        ObjectNode index = MAPPER.createObjectNode();
        Map<String, Map<String, WeightArray>> shards = new TreeMap<>();
        SafetensorsFile.open(whole).arrays().forEach((name, array) -> {
            String shard = "model-0000" + (name.contains("layer.3") ? 2 : 1) + "-of-00002.safetensors";
            shards.computeIfAbsent(shard, key -> new TreeMap<>()).put(name, array);
            index.withObject("/weight_map").put(name, shard);
        });
        for (Map.Entry<String, Map<String, WeightArray>> shard : shards.entrySet()) {
            SafetensorsWriter.write(folder.resolve(shard.getKey()), shard.getValue(), Map.of());
        }
        Files.delete(whole);
        MAPPER.writeValue(folder.resolve("model.safetensors.index.json").toFile(), index);
        try (PretrainedModel model = ModelFolder.load(folder);
                PretrainedModel original = ModelFolder.load(GOLDEN)) {
            assertSameWeights(model.weights(), original.weights());
        }
        Files.delete(folder.resolve("model-00002-of-00002.safetensors"));
        assertRefused("model-00002-of-00002.safetensors", "which is not beside it");
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        try (PretrainedModel model = ModelFolder.load(folder)) {
            EncoderConfig config = model.config().withHead(new EmbeddingHead(Pooling.MEAN, Similarity.COSINE, 20, 100));
            ModelFolder.write(folder, config, model.weights().arrays(), model.tokenizer());
            try (PretrainedModel again = ModelFolder.load(folder)) {
                assertThat(again.config()).isEqualTo(config);
                assertThat(again.tokenizer().fingerprint())
                        .isEqualTo(model.tokenizer().fingerprint());
                assertSameWeights(again.weights(), model.weights());
            }
            removeOurPart();
            try (PretrainedModel asSentenceTransformersSeesIt = ModelFolder.load(folder)) {
                assertThat(asSentenceTransformersSeesIt.config()).isEqualTo(config);
            }
        }
    }

    @Test
    void expertsAreWrittenUnderTheirNames() throws IOException {
        try (PretrainedModel model = ModelFolder.load(folder)) {
            ExpertLayout layout = new ExpertLayout(
                    List.of("search", "link"), Map.of("classification", "link"), List.of(1, 3), List.of(2));
            Map<String, WeightArray> weights = new TreeMap<>(model.weights().arrays());
            split(weights, "encoder.layer.1.attention.", "self.", "output.dense.");
            split(weights, "encoder.layer.3.attention.", "self.", "output.dense.");
            split(weights, "encoder.layer.2.", "intermediate.", "output.");
            ModelFolder.write(folder, model.config().withExperts(layout), weights, model.tokenizer());
            try (PretrainedModel again = ModelFolder.load(folder)) {
                assertThat(again.config().experts()).isEqualTo(layout);
                assertThat(again.weights().arrays().keySet())
                        .isEqualTo(weights.keySet())
                        .contains("encoder.layer.1.attention.experts.link.self.query.weight")
                        .contains("encoder.layer.2.experts.search.output.LayerNorm.weight");
            }
            assertThat(folder.resolve("modules.json")).doesNotExist();
        }
    }

    @Test
    void damagedWeightsAreRefusedWithTheFilesName() throws IOException {
        Path file = folder.resolve("model.safetensors");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, new byte[0]);
        assertRefused("model.safetensors", "empty, 0 bytes");
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused("model.safetensors", "cut short");
        Files.delete(file);
        Files.deleteIfExists(folder.resolve("pytorch_model.bin"));
        assertRefused("model.safetensors", "there is no such file");
        Files.write(folder.resolve("pytorch_model.bin"), new byte[0]);
        assertRefused("pytorch_model.bin", "empty, 0 bytes");
    }

    @Test
    void torchsOwnFileGivesTheSameWeightsBitForBit() throws IOException {
        Files.delete(folder.resolve("model.safetensors"));
        try (PretrainedModel model = ModelFolder.load(folder);
                PretrainedModel original = ModelFolder.load(GOLDEN)) {
            original.weights()
                    .arrays()
                    .forEach((name, array) -> assertThat(
                                    model.weights().get(name).bytes().mismatch(array.bytes()))
                            .as(name)
                            .isEqualTo(-1));
        }
    }

    @Test
    void missingAndSuperfluousWeightsAreRefusedByName() throws IOException {
        changeConfiguration(config -> config.put("num_hidden_layers", 3));
        assertRefused("model.safetensors", "'encoder.layer.3.attention.output.LayerNorm.bias' has no place");
        changeConfiguration(config -> config.put("num_hidden_layers", 5));
        assertRefused("model.safetensors", "'encoder.layer.4.attention.output.LayerNorm.bias' is missing");
        changeConfiguration(config -> config.put("num_hidden_layers", 4).put("intermediate_size", 65));
        assertRefused("model.safetensors", "F32[64], expected fractions [65]");
    }

    @Test
    void otherModelsAreRefusedByWhatTheyAre() throws IOException {
        changeConfiguration(config -> config.put("model_type", "modernbert"));
        assertRefused("config.json", "type 'modernbert' is not supported; the types that are: bert, roberta");
        changeConfiguration(config -> config.put("model_type", "bert").put("hidden_act", "relu"));
        assertRefused("config.json", "'hidden_act' is 'relu'");
        changeConfiguration(config -> config.put("hidden_act", "gelu").put("num_attention_heads", 5));
        assertRefused("config.json", "no multiple of heads 5");
        changeConfiguration(config -> config.put("num_attention_heads", "four"));
        assertRefused("config.json", "'num_attention_heads' is \"four\"");
        Files.writeString(folder.resolve("config.json"), "{\"hidden_size\": ");
        assertRefused("config.json", "not readable as JSON");
        Files.writeString(folder.resolve("config.json"), "");
        assertRefused("config.json", "the file is empty");
    }

    @Test
    void aTokenizerOfMoreTokensThanTheModelHasIsRefused() throws IOException {
        Files.delete(folder.resolve("tokenizer.json"));
        Files.writeString(folder.resolve("vocab.txt"), "more\n", StandardOpenOption.APPEND);
        assertRefused("config.json", "'vocab_size' is 600, but the tokenizer beside it has 601 tokens");
    }

    @Test
    void poolingIsReadInBothForms() throws IOException {
        Files.createDirectory(folder.resolve("1_Pooling"));
        String step = "{\"path\": \"%s\", \"type\": \"sentence_transformers.models.%s\"}";
        String steps = step.formatted("", "Transformer") + "," + step.formatted("1_Pooling", "Pooling");
        Files.writeString(folder.resolve("modules.json"), "[" + steps + "]");
        assertPooling("{\"pooling_mode_cls_token\": true, \"pooling_mode_mean_tokens\": false}", Pooling.CLS);
        assertPooling("{\"pooling_mode\": \"mean\"}", Pooling.MEAN);
        Files.writeString(folder.resolve("1_Pooling/config.json"), "{\"pooling_mode\": \"max\"}");
        assertRefused("config.json", "pooling 'max'");
        Files.writeString(folder.resolve("modules.json"), "[" + steps + "," + step.formatted("2_Dense", "Dense") + "]");
        Files.writeString(folder.resolve("1_Pooling/config.json"), "{\"pooling_mode\": \"mean\"}");
        assertRefused("modules.json", "sentence_transformers.models.Dense");
    }

    private void assertPooling(String configuration, Pooling pooling) throws IOException {
        Files.writeString(folder.resolve("1_Pooling/config.json"), configuration);
        try (PretrainedModel model = ModelFolder.load(folder)) {
            assertThat(model.config().pooling()).isEqualTo(pooling);
            assertThat(model.config().similarity()).isEqualTo(Similarity.COSINE);
            assertThat(model.config().scale()).isEqualTo(20);
        }
    }

    private static void split(Map<String, WeightArray> weights, String block, String... parts) {
        for (Map.Entry<String, WeightArray> entry : new TreeMap<>(weights).entrySet()) {
            for (String part : parts) {
                if (entry.getKey().startsWith(block + part)) {
                    String rest = "experts.%s." + entry.getKey().substring(block.length());
                    weights.remove(entry.getKey());
                    weights.put(block + rest.formatted("search"), entry.getValue());
                    weights.put(block + rest.formatted("link"), entry.getValue());
                }
            }
        }
    }

    private void changeConfiguration(Consumer<ObjectNode> change) throws IOException {
        Path file = folder.resolve("config.json");
        ObjectNode config = (ObjectNode) MAPPER.readTree(file.toFile());
        change.accept(config);
        MAPPER.writeValue(file.toFile(), config);
    }

    private void removeOurPart() throws IOException {
        changeConfiguration(config -> config.remove("scimult"));
    }

    private void assertRefused(String file, String message) {
        assertThatThrownBy(() -> ModelFolder.load(folder))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining(file)
                .hasMessageContaining(message);
    }

    private static void assertSameWeights(WeightMap actual, WeightMap expected) {
        assertThat(actual.arrays().keySet()).isEqualTo(expected.arrays().keySet());
        expected.arrays()
                .forEach(
                        (name, array) -> assertThat(actual.get(name).toFloats()).isEqualTo(array.toFloats()));
    }
}
