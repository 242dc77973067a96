package io.github.scimult.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.server.ServedFixture.Answer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients of OpenAI, Cohere, Jina and text-embeddings-inference ask for beyond embeddings, and what they are advised. */
class ForeignClientsTest {
    private static final String LONG = "word ".repeat(41).strip();

    @TempDir
    private static Path folder;

    private static ServedFixture served;

    @BeforeAll
    static void start() throws IOException {
        served = ServedFixture.start(folder);
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

    @Test
    void aModelIsReadByItsName() throws Exception {
        assertThat(served.get("/v1/models/link").json().toString())
                .isEqualTo("{\"id\":\"link\",\"object\":\"model\",\"created\":0,\"owned_by\":\"scimult\"}");
        assertThat(served.get("/v1/models/gpt").status()).isEqualTo(404);
    }

    @Test
    void theModelAndItsBoundsAreToldAsTextEmbeddingsInferenceDoes() throws Exception {
        JsonNode info = served.get("/info").json();
        assertThat(info.get("model_id").asText()).isEqualTo("words");
        assertThat(info.get("max_input_length").asInt()).isEqualTo(40);
        assertThat(info.get("max_client_batch_size").asInt()).isEqualTo(512);
        assertThat(info.get("auto_truncate").asBoolean()).isTrue();
    }

    @Test
    void healthIsReadiness() throws Exception {
        assertThat(served.get("/health").body()).isEqualTo("{\"status\":\"ready\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/rerank", "/v2/rerank"})
    void documentsAreRankedAsCohereAndJinaDo(String path) throws Exception {
        JsonNode ranking = posted(path, """
                {"model": "search", "query": "drawing graphs", "top_n": 2, "return_documents": true,
                 "documents": ["rice", {"text": "drawing graphs", "id": 7}, "graphs"], "rank_fields": ["text"]}""");
        assertThat(ranking.get("results").findValuesAsText("index")).containsExactly("1", "2");
        assertThat(ranking.at("/results/0/relevance_score").asDouble()).isCloseTo(1, within(1e-6));
        assertThat(ranking.at("/results/0/document/text").asText()).isEqualTo("drawing graphs");
        assertThat(ranking.at("/usage/total_tokens").asInt()).isEqualTo(6);
        assertThat(posted(path, "{\"query\": \"a\", \"documents\": [\"b\", \"c\"]}")
                        .get("results"))
                .hasSize(2)
                .noneMatch(result -> result.has("document"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"documents\": [\"a\"]}|'query' is missing",
                "{\"query\": \"a\"}|'documents'",
                "{\"query\": \"a\", \"documents\": []}|'documents'",
                "{\"query\": \"a\", \"documents\": [{\"title\": \"b\"}]}|'documents[0]'",
                "{\"query\": \"a\", \"documents\": [\"b\"], \"top_n\": 0}|'top_n' must be between 1 and"
            })
    void aRankingThatCannotBeMeantIsRefusedByItsField(String body, String told) throws Exception {
        Answer answer = served.post("/v1/rerank", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("detail").asText()).contains(told);
    }

    @Test
    void whoKnowsTheAddressAloneEmbedsThere() throws Exception {
        assertThat(posted("/", "{\"inputs\": [\"a\", \"b\"]}"))
                .isEqualTo(posted("/embed", "{\"inputs\": [\"a\", \"b\"]}"));
        assertThat(served.get("/").type()).startsWith("text/html");
    }

    @Test
    void aPromptNamesTheTaskAsAModelDoes() throws Exception {
        assertThat(posted("/embed", "{\"inputs\": \"a\", \"prompt_name\": \"link\"}"))
                .isEqualTo(posted("/embed", "{\"inputs\": \"a\", \"model\": \"link\"}"));
        assertThat(served.post("/embed", "{\"inputs\": \"a\", \"prompt_name\": \"nothing\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aLongTextIsCutUnlessTheClientWantsItWhole() throws Exception {
        posted("/embed", "{\"inputs\": \"" + LONG + "\"}");
        posted("/embed", "{\"inputs\": \"" + LONG + "\", \"truncate\": true}");
        posted("/embed", "{\"inputs\": [\"short\"], \"truncate\": false}");
        Answer whole = served.post("/embed", "{\"inputs\": [\"a\", \"" + LONG + "\"], \"truncate\": false}");
        assertThat(whole.status()).isEqualTo(413);
        assertThat(whole.json().get("detail").asText()).contains("'inputs[1]'", "40 tokens");
        assertThat(served.post("/rerank", "{\"query\": \"a\", \"texts\": [\"" + LONG + "\"], \"truncate\": false}")
                        .status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/v1/embeddings|{\"model\": \"search\", \"input\": [\"a\", \"\"]}|'input[1]'",
                "/v1/embeddings|{\"model\": \"search\", \"input\": \" \"}|'input[0]'",
                "/v1/embeddings|{\"model\": \"search\", \"input\": [\"\\u200b\\ufeff\"]}|'input[0]'",
                "/embed|{\"inputs\": [\"a\", \"b\", \"\\ue000\\uf8ff\"]}|'inputs[2]'",
                "/embed|{\"inputs\": \"<i></i>\"}|'inputs[0]'",
                "/rerank|{\"query\": \"\\u200b\", \"texts\": [\"a\"]}|'query'",
                "/rerank|{\"query\": \"a\", \"texts\": [\"a\", \"\"]}|'texts[1]'",
                "/v1/rerank|{\"query\": \"\\u200b\", \"documents\": [\"a\"]}|'query'",
                "/v2/rerank|{\"query\": \"a\", \"documents\": [\"\\u200b\", \"a\"]}|'documents[0]'"
            })
    void aTextOfWhichNothingIsReadIsRefusedByItsPlace(String path, String body, String place) throws Exception {
        Answer answer = served.post(path, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().get("detail").asText()).startsWith(place + " is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"größe", "7", "数", "p < 0.05"})
    void aTextOfAnyLetterOrDigitIsRead(String text) throws Exception {
        assertThat(posted("/embed", "{\"inputs\": \"" + text + "\"}")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/v1/embeddings|{\"model\": \"search\", \"input\": [\"LONG\", \"a\", \"LONG\"]}|2",
                "/embed|{\"inputs\": [\"a\", \"LONG\"]}|1",
                "/|{\"inputs\": \"LONG\"}|1",
                "/rerank|{\"query\": \"a\", \"texts\": [\"LONG\", \"LONG\", \"a\"]}|2",
                "/v1/rerank|{\"query\": \"LONG\", \"documents\": [\"LONG\", \"a\"]}|2",
                "/v1/embeddings|{\"model\": \"search\", \"input\": [\"a\"]}|none"
            })
    void aHeaderSaysHowManyTextsWereCut(String path, String body, String cut) throws Exception {
        Answer answer = served.post(path, body.replace("LONG", LONG));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.response().headers().firstValue("X-Truncated-Texts").orElse("none"))
                .isEqualTo(cut);
    }

    @Test
    void theDescriptionNamesTheHeaderOfTextsThatWereCut() throws Exception {
        JsonNode paths = served.get("/openapi.json").json().get("paths");
        for (String path : new String[] {"/v1/embeddings", "/embed", "/", "/rerank", "/v1/rerank", "/v2/rerank"}) {
            assertThat(paths.get(path)
                            .at("/post/responses/200/headers/X-Truncated-Texts/description")
                            .asText())
                    .as(path)
                    .contains("cut");
        }
    }

    @Test
    void markupOfPublishersIsNoPartOfATextAndWhatOnlyLooksLikeItStays() throws Exception {
        assertThat(posted("/embed", "{\"inputs\": \"<jats:p>Role of <i>p53</i> &amp;amp; Mdm2</jats:p>\"}"))
                .isEqualTo(posted("/embed", "{\"inputs\": \"Role of p53 & Mdm2\"}"));
        assertThat(posted("/v1/embeddings", "{\"model\": \"search\", \"input\": \"H<sub>2</sub>O\"}"))
                .isEqualTo(posted("/v1/embeddings", "{\"model\": \"search\", \"input\": \"H2O\"}"));
        assertThat(posted("/embed", "{\"inputs\": \"a <b c> d\"}"))
                .isNotEqualTo(posted("/embed", "{\"inputs\": \"a d\"}"));
    }

    @Test
    void problemsAreToldWhereOtherServersClientsLook() throws Exception {
        JsonNode openAi = served.post("/v1/embeddings", "{\"model\": \"ada\", \"input\": \"a\"}")
                .json();
        String told = openAi.get("detail").asText();
        assertThat(told).contains("no model 'ada'");
        assertThat(openAi.at("/error/message").asText()).isEqualTo(told);
        assertThat(openAi.at("/error/type").asText()).isEqualTo("invalid_request_error");
        assertThat(served.post("/v2/rerank", "{}").json().get("message").asText())
                .contains("'query' is missing");
        for (String path : new String[] {"/embed", "/", "/rerank"}) {
            JsonNode inference = served.post(path, "{}").json();
            assertThat(inference.get("error").asText())
                    .isEqualTo(inference.get("detail").asText());
            assertThat(inference.get("error_type").asText()).isEqualTo("Validation");
        }
        assertThat(served.post("/api/tag", "{}").json().has("error")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/v1/embeddings|{\"model\": \"search\", \"input\": [[15496, 995], [1]]}|'input[0]'",
                "/v1/embeddings|{\"model\": \"search\", \"input\": [15496, 995]}|'input[0]'",
                "/v1/embeddings|{\"model\": \"search\", \"input\": [\"a\", [1]]}|'input[1]'",
                "/embed|{\"inputs\": [[1, 2]]}|'inputs[0]'"
            })
    void tokenIdsAreRefusedWithTheSwitchThatSendsTexts(String path, String body, String field) throws Exception {
        Answer answer = served.post(path, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("detail").asText())
                .contains(field + " must be a text", "token ids", "check_embedding_ctx_length=False");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"inputs\": \"a\", \"truncation_direction\": \"Left\"}|'truncation_direction' can only be Right",
                "{\"inputs\": \"a\", \"dimensions\": 3}|can only be 64",
                "{\"inputs\": \"a\", \"model\": \"link\", \"prompt_name\": \"search\"}|differ",
                "{\"inputs\": []}|'inputs' is missing"
            })
    void whatCannotBeDoneIsRefusedRatherThanPassedOver(String body, String told) throws Exception {
        Answer answer = served.post("/embed", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("detail").asText()).contains(told);
    }
}
