package io.github.scimult.encoder.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.encoder.architecture.EmbeddingHead;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.Pooling;
import io.github.scimult.encoder.architecture.Prompts;
import io.github.scimult.encoder.architecture.Variant;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.encoder.json.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands before texts, as sentence-transformers keeps it beside a model. */
class SavedPromptsTest {
    private static final Prompts BOTH = new Prompts("query: ", "passage: ");

    @TempDir
    private Path folder;

    private Optional<Prompts> read(String json) throws IOException {
        return SavedPrompts.read(JsonFile.read(Files.writeString(folder.resolve("config.json"), json)));
    }

    @Test
    void queriesAndDocumentsHaveThePromptsOfTheirNames() throws IOException {
        assertThat(read("{\"prompts\": {\"query\": \"q: \", \"document\": \"d: \"}}"))
                .contains(new Prompts("q: ", "d: "));
        assertThat(read("{\"prompts\": {\"query\": \"q: \", \"passage\": \"p: \"}}"))
                .contains(new Prompts("q: ", "p: "));
        assertThat(read("{\"prompts\": {\"document\": null, \"corpus\": \"c: \"}}"))
                .contains(new Prompts("", "c: "));
        assertThat(read("{\"prompts\": {\"query\": \"\", \"document\": \"\"}}")).contains(Prompts.NONE);
    }

    @Test
    void theDefaultPromptIsThatOfBothWhereNeitherHasOne() throws IOException {
        assertThat(read("{\"prompts\": {\"sts\": \"x: \"}, \"default_prompt_name\": \"sts\"}"))
                .contains(new Prompts("x: ", "x: "));
        assertThat(read("{\"prompts\": {\"query\": \"q: \"}, \"default_prompt_name\": \"query\"}"))
                .contains(new Prompts("q: ", ""));
    }

    @Test
    void otherPromptsAloneAreNotRead() throws IOException {
        assertThat(read("{\"prompts\": {\"sts\": \"x: \"}, \"default_prompt_name\": null}"))
                .isEmpty();
        assertThat(read("{\"similarity_fn_name\": \"cosine\"}")).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsRefusedByItsKey() {
        assertThatThrownBy(() -> read("{\"prompts\": {\"query\": 7}}"))
                .isInstanceOf(BadDataException.class)
                .hasMessageContainingAll("config.json", "'prompts.query' is 7", "expected a text");
        assertThatThrownBy(() -> read("{\"prompts\": {}, \"default_prompt_name\": \"query\"}"))
                .isInstanceOf(BadDataException.class)
                .hasMessageContainingAll("'default_prompt_name' is 'query'", "'prompts'");
    }

    @Test
    void anOrdinaryModelsPromptsAreReadBackAndStandWhereSentenceTransformersLooks() throws IOException {
        try (PretrainedModel tiny = ModelFolder.load(Golden.path("tiny-bert"))) {
            written(tiny, tiny.config().withPrompts(BOTH));
            assertThat(Files.readString(folder.resolve("config_sentence_transformers.json")))
                    .contains(
                            "\"query\" : \"query: \"",
                            "\"document\" : \"passage: \"",
                            "\"default_prompt_name\" : null");
            try (PretrainedModel again = ModelFolder.load(folder)) {
                assertThat(again.config().prompts()).isEqualTo(BOTH);
                assertThat(again.fingerprint()).isNotEqualTo(tiny.fingerprint());
            }
        }
    }

    @Test
    void soAreThoseOfAModelWithExperts() throws IOException {
        try (PretrainedModel tiny = ModelFolder.load(Golden.path("tiny-bert"))) {
            EncoderConfig config = tiny.config()
                    .withPrompts(BOTH)
                    .withExperts(Variant.MHA_EXPERTS.layout("mod2", 4, List.of("search", "link"), Map.of()));
            Path file = folder.resolve("config.json");
            JsonFile.write(file, HuggingFaceConfig.write(config));
            assertThat(HuggingFaceConfig.parse(JsonFile.read(file), config.head()))
                    .isEqualTo(config);
        }
    }

    @Test
    void promptsThatAMeanIsToLeaveOutAreRefused() throws IOException {
        try (PretrainedModel tiny = ModelFolder.load(Golden.path("tiny-bert"))) {
            EmbeddingHead means = EmbeddingHead.of(Pooling.MEAN, Similarity.COSINE, 64);
            written(tiny, tiny.config().withHead(means).withPrompts(BOTH));
        }
        Path pooling = folder.resolve("1_Pooling/config.json");
        Files.writeString(pooling, Files.readString(pooling).replaceFirst("\\{", "{\"include_prompt\": false,"));
        assertThatThrownBy(() -> ModelFolder.load(folder))
                .isInstanceOf(BadDataException.class)
                .hasMessageContainingAll("config_sentence_transformers.json", "include_prompt");
    }

    private void written(PretrainedModel model, EncoderConfig config) throws IOException {
        ModelFolder.write(folder, config, model.weights().arrays(), model.tokenizer());
    }
}
