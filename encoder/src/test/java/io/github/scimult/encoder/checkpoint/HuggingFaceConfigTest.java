package io.github.scimult.encoder.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Json;
import io.github.scimult.core.task.Task;
import io.github.scimult.encoder.architecture.EmbeddingHead;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.InstructionConfig;
import io.github.scimult.encoder.architecture.Pooling;
import io.github.scimult.encoder.architecture.Variant;
import io.github.scimult.encoder.fixture.Configurations;
import io.github.scimult.encoder.json.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code config.json} of every variant reads back as it was written; what makes no sense is refused by file, key and value. */
class HuggingFaceConfigTest {
    private static final EmbeddingHead FALLBACK = new EmbeddingHead(Pooling.MEAN, Similarity.COSINE, 20, 40);

    @TempDir
    private Path folder;

    private EncoderConfig parse(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("config.json"), json);
        return HuggingFaceConfig.parse(JsonFile.read(file), FALLBACK);
    }

    private static ObjectNode written() {
        return HuggingFaceConfig.write(Configurations.bert(4, 64, 500));
    }

    private void refused(String json, String... said) {
        assertThatThrownBy(() -> parse(json))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("config.json")
                .hasMessageContainingAll(said);
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void everyVariantReadsBackAsItWasWritten(Variant variant) throws IOException {
        EncoderConfig plain = Configurations.bert(4, 64, 500);
        EncoderConfig config = plain.withExperts(variant.layout(
                        "mod2", 4, List.of("search", "link", "classification"), Map.of("link-co-cite", "link")))
                .withInstructions(variant.instructions(InstructionConfig.ofThePaper()));
        ObjectNode json = HuggingFaceConfig.write(config);
        assertThat(parse(json.toString())).isEqualTo(config);
        boolean isPlain = variant == Variant.VANILLA;
        assertThat(json.get("model_type").asText()).isEqualTo(isPlain ? "bert" : "scimult-bert");
        assertThat(json.at("/architectures/0").asText()).isEqualTo(isPlain ? "BertModel" : "SciMultModel");
    }

    @Test
    void otherPoolingSimilarityAndScaleReadBack() throws IOException {
        EncoderConfig config =
                Configurations.bert(2, 64, 500).withHead(new EmbeddingHead(Pooling.CLS, Similarity.DOT, 2.5, 77));
        assertThat(parse(HuggingFaceConfig.write(config).toString()).head()).isEqualTo(config.head());
    }

    @Test
    void withoutOurPartTheFallbackHolds() throws IOException {
        ObjectNode json = written();
        json.remove("scimult");
        assertThat(parse(json.toString()).head()).isEqualTo(FALLBACK);
    }

    @Test
    void anOwnSimilarityWithoutAScaleHasItsUsualOne() throws IOException {
        ObjectNode json = written();
        json.putObject("scimult").put("similarity", "dot");
        assertThat(parse(json.toString()).scale()).isEqualTo(1);
        json.putObject("scimult").put("similarity", "cosine");
        assertThat(parse(json.toString()).scale()).isEqualTo(20);
    }

    @Test
    void textsAreNeverLongerThanTheModelHasPositions() throws IOException {
        ObjectNode json = written();
        json.withObject("/scimult").put("max_length", 100_000);
        assertThat(parse(json.toString()).maxLength()).isEqualTo(512);
    }

    @Test
    void aModelWithoutATypeIsABert() throws IOException {
        ObjectNode json = written();
        json.remove("model_type");
        assertThat(parse(json.toString())).isEqualTo(Configurations.bert(4, 64, 500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "t5", "", "scimult-gpt2", "BERT "})
    void aModelOfAnotherTypeIsRefusedWithThoseThatAreRead(String type) {
        refused(written().put("model_type", type).toString(), "'" + type + "' is not supported", "bert, roberta");
    }

    @ParameterizedTest
    @CsvSource({
        "hidden_size, -64, hidden",
        "num_hidden_layers, 0, ''",
        "num_attention_heads, 7, 7",
        "vocab_size, -1, ''",
        "max_position_embeddings, 0, ''"
    })
    void sizesThatFitNoModelAreRefused(String key, int value, String said) {
        refused(written().put(key, value).toString(), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hidden_size", "num_hidden_layers", "num_attention_heads", "vocab_size"})
    void aSizeThatIsMissingOrNoNumberIsRefusedByItsKey(String key) {
        ObjectNode without = written();
        without.remove(key);
        refused(without.toString(), key);
        refused(written().put(key, "many").toString(), key);
        refused(written().put(key, 1.5).toString(), key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"pooling\": \"max\"}|'scimult.pooling' is 'max', expected one of [cls, mean]",
                "{\"similarity\": \"euclid\"}|'scimult.similarity' is 'euclid'",
                "{\"scale\": 0}|scale (1 / temperature) must be positive, not 0",
                "{\"scale\": \"large\"}|scale",
                "{\"max_length\": 2}|at least 3, not 2",
                "{\"experts\": {\"names\": [\"a\", \"a\"], \"attention_blocks\": [1]}}|repeated",
                "{\"experts\": {\"names\": [\"a\"]}}|no block is split",
                "{\"experts\": {\"names\": [], \"attention_blocks\": [1]}}|none is named",
                "{\"experts\": {\"names\": [\"a\"], \"attention_blocks\": [\"one\"]}}|expected block indices",
                "{\"experts\": {\"names\": [\"a\"], \"tasks\": {\"link\": \"b\"}, \"attention_blocks\": [1]}}|unknown expert 'b'",
                "{\"instructions\": {\"reader\": \"nobody\", \"texts\": {\"link\": \"Find\"}}}|'nobody'",
                "{\"instructions\": {\"texts\": {}}}|none for any task",
                "{\"instructions\": {\"texts\": {\"link\": \"\"}}}|the instruction for link is empty",
                "{\"instructions\": {\"texts\": {\"link\": \"Find\"}, \"weight\": 2}}|at most 1, not 2"
            })
    void ourPartIsCheckedKeyByKey(String ours, String said) throws IOException {
        refused(written().<ObjectNode>set("scimult", Json.MAPPER.readTree(ours)).toString(), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "5", "null", "<html>"})
    void aFileThatIsNoJsonObjectIsRefused(String content) {
        refused(content, "config.json");
    }

    @Test
    void expertsOfTasksAreFoundByTheirNames() throws IOException {
        ObjectNode json = written();
        json.withObject("/scimult").set("experts", Json.MAPPER.readTree("""
                {"names": ["search", "link"], "tasks": {"classification": "link"}, "attention_blocks": [1, 3]}"""));
        EncoderConfig config = parse(json.toString());
        assertThat(config.experts().expertOf(Task.CLASSIFICATION))
                .isEqualTo(config.experts().expertOf(Task.LINK));
        assertThat(config.isPlain()).isFalse();
    }
}
