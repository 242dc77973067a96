package io.github.scimult.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.fixture.WordCountEncoder;
import io.github.scimult.server.ServedFixture.Answer;
import io.github.scimult.server.http.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Embeddings and reranking as clients of other servers send them. */
class EmbeddingRoutesTest {
    @TempDir
    private static Path folder;

    private static ServedFixture served;

    @BeforeAll
    static void start() throws IOException {
        Limits limits = new Limits(1 << 16, 4, 50, 100, 500, 16);
        served = ServedFixture.start(folder, Set.of(), limits, new WordCountEncoder());
    }

    @AfterAll
    static void stop() throws IOException {
        served.close();
    }

    private static JsonNode posted(String path, String body) throws Exception {
        Answer answer = served.post(path, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static double length(JsonNode vector) {
        double squares = 0;
        for (JsonNode component : vector) {
            squares += component.asDouble() * component.asDouble();
        }
        return Math.sqrt(squares);
    }

    @Test
    void oneTextMayStandWithoutAList() throws Exception {
        JsonNode one = posted("/v1/embeddings", "{\"model\": \"search\", \"input\": \"graphs\"}");
        JsonNode list = posted("/v1/embeddings", "{\"model\": \"search\", \"input\": [\"graphs\"]}");
        assertThat(one).isEqualTo(list);
        assertThat(one.get("data").size()).isEqualTo(1);
        assertThat(one.get("model").asText()).isEqualTo("search");
    }

    @Test
    void vectorsAreNumberedInTheOrderOfTheTexts() throws Exception {
        JsonNode data = posted("/v1/embeddings", "{\"model\": \"link\", \"input\": [\"a b\", \"c\", \"a b\"]}")
                .get("data");
        for (int index = 0; index < 3; index++) {
            assertThat(data.get(index).get("index").asInt()).isEqualTo(index);
        }
        assertThat(data.get(0).get("embedding")).isEqualTo(data.get(2).get("embedding"));
        assertThat(data.get(0).get("embedding")).isNotEqualTo(data.get(1).get("embedding"));
    }

    @Test
    void vectorsAreOfLengthOneUnlessTheClientWantsThemAsTheyAre() throws Exception {
        assertThat(length(posted("/v1/embeddings", "{\"model\": \"search\", \"input\": \"a a a b\"}")
                        .at("/data/0/embedding")))
                .isCloseTo(1, within(1e-6));
        assertThat(length(posted("/embed", "{\"inputs\": \"a a a b\"}").get(0))).isCloseTo(1, within(1e-6));
        assertThat(length(posted("/embed", "{\"inputs\": \"a a a b\", \"normalize\": false}")
                        .get(0)))
                .isGreaterThan(3);
    }

    @Test
    void base64HoldsTheSameFloatsInLittleEndian() throws Exception {
        String body = "{\"model\": \"search\", \"input\": \"graphs\", \"encoding_format\": ";
        String packed = posted("/v1/embeddings", body + "\"base64\"}")
                .at("/data/0/embedding")
                .asText();
        JsonNode numbers = posted("/v1/embeddings", body + "\"float\"}").at("/data/0/embedding");
        FloatBuffer floats = ByteBuffer.wrap(Base64.getDecoder().decode(packed))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        assertThat(floats.remaining()).isEqualTo(numbers.size());
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(floats.get(i)).isEqualTo((float) numbers.get(i).asDouble());
        }
    }

    @Test
    void eachTaskHasVectorsOfItsOwn() throws Exception {
        JsonNode search = posted("/embed", "{\"inputs\": \"graphs\", \"model\": \"search\"}");
        assertThat(posted("/embed", "{\"inputs\": \"graphs\"}")).isEqualTo(search);
        assertThat(posted("/embed", "{\"inputs\": \"graphs\", \"model\": \"link\"}"))
                .isNotEqualTo(search);
    }

    @Test
    void whatOtherServersKnowIsPassedOver() throws Exception {
        posted("/v1/embeddings", "{\"model\": \"search\", \"input\": \"a\", \"user\": \"u\", \"extra\": {\"x\": 1}}");
        posted("/embed", "{\"inputs\": \"a\", \"truncate\": true, \"prompt_name\": null}");
        posted("/rerank", "{\"query\": \"a\", \"texts\": [\"b\"], \"raw_scores\": false}");
    }

    @Test
    void theModelsOwnDimensionMayBeSaid() throws Exception {
        posted("/v1/embeddings", "{\"model\": \"search\", \"input\": \"a\", \"dimensions\": 64}");
        Answer other = served.post("/v1/embeddings", "{\"model\": \"search\", \"input\": \"a\", \"dimensions\": 32}");
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.body()).contains("can only be 64");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/v1/embeddings|{\"input\": \"a\"}|'model' is missing",
                "/v1/embeddings|{\"model\": \"search\"}|'input'",
                "/v1/embeddings|{\"model\": \"search\", \"input\": []}|'input'",
                "/v1/embeddings|{\"model\": \"search\", \"input\": 5}|'input[0]' must be a text",
                "/v1/embeddings|{\"model\": \"search\", \"input\": [1, 2]}|'input",
                "/v1/embeddings|{\"model\": \"search\", \"input\": \"a\", \"encoding_format\": \"hex\"}|float, base64",
                "/embed|{\"inputs\": [\"a\", \"b\", \"c\", \"d\", \"e\"]}|4",
                "/embed|[\"a\"]|must be a JSON object",
                "/embed|{\"inputs\": \"0123456789012345678901234567890123456789012345678901234567890\"}|50",
                "/rerank|{\"texts\": [\"a\"]}|'query' is missing",
                "/rerank|{\"query\": \"a\", \"texts\": []}|'texts'"
            })
    void aRequestThatCannotBeMeantIsRefusedByItsField(String path, String body, String said) throws Exception {
        Answer answer = served.post(path, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().get("detail").asText()).contains(said);
    }

    @Test
    void aTaskThatIsNoneIsNotFoundAsOtherServersModels() throws Exception {
        Answer answer = served.post("/v1/embeddings", "{\"model\": \"serach\", \"input\": \"a\"}");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("no model 'serach'", "search, link and classification");
    }

    @Test
    void rerankedTextsComeBestFirstWithTheirOldPlaces() throws Exception {
        JsonNode ranked = posted(
                "/rerank", "{\"query\": \"drawing graphs\", \"texts\": [\"rice\", \"drawing graphs\", \"graphs\"]}");
        assertThat(ranked.get(0).get("index").asInt()).isEqualTo(1);
        assertThat(ranked.get(1).get("index").asInt()).isEqualTo(2);
        assertThat(ranked.get(2).get("index").asInt()).isZero();
        assertThat(ranked.get(0).get("score").asDouble()).isCloseTo(1, within(1e-6));
        assertThat(ranked.get(0).has("text")).isFalse();
    }

    @Test
    void theTasksAreListedAsModels() throws Exception {
        JsonNode models = served.get("/v1/models").json();
        assertThat(models.get("object").asText()).isEqualTo("list");
        assertThat(models.findValuesAsText("id")).containsExactly("search", "link", "classification");
    }

    @Test
    void usageCountsTokens() throws Exception {
        JsonNode usage = posted("/v1/embeddings", "{\"model\": \"search\", \"input\": [\"a b\", \"c\"]}")
                .get("usage");
        assertThat(usage.get("prompt_tokens").asInt()).isEqualTo(3);
        assertThat(usage.get("total_tokens").asInt()).isEqualTo(3);
    }
}
