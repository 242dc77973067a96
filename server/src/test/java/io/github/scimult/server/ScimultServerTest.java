package io.github.scimult.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.fixture.WordCountEncoder;
import io.github.scimult.server.http.Limits;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client gets from each route, and what it is told when it asks in a wrong way. */
class ScimultServerTest {
    @TempDir
    private Path folder;

    private ServedFixture served;

    @BeforeEach
    void start() throws IOException {
        served = ServedFixture.start(folder);
    }

    @AfterEach
    void stop() throws IOException {
        served.close();
    }

    private static List<String> ids(JsonNode answers) {
        List<String> ids = new ArrayList<>();
        answers.get("results")
                .forEach(answer -> ids.add(answer.get("paper").get("id").asText()));
        return ids;
    }

    @Test
    void aSearchFindsPapersAndSaysWhy() throws Exception {
        ServedFixture.Answer answer = served.get("/api/search?q=graph%20drawing&top=2");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.type()).startsWith("application/json");
        JsonNode first = answer.json().get("results").get(0);
        assertThat(ids(answer.json())).hasSize(2).first().isEqualTo("1");
        assertThat(first.get("paper").get("labels").get(0).get("name").asText()).isEqualTo("graphs");
        assertThat(first.get("why").get("bm25").get("rank").asInt()).isEqualTo(1);
        assertThat(first.get("matches").get("title").toString())
                .isEqualTo("[{\"begin\":0,\"end\":5},{\"begin\":6,\"end\":13}]");
    }

    @Test
    void aSearchIsFilteredByYearAndLabel() throws Exception {
        assertThat(ids(served.get("/api/search?q=graphs&from=2005").json())).containsExactlyInAnyOrder("3", "4");
        assertThat(ids(served.get("/api/search?q=graphs&label=g").json())).containsExactly("1");
    }

    @Test
    void aTextIsTaggedByTheNearestLabel() throws Exception {
        JsonNode answers = served.post("/api/tag", "{\"abstract\": \"things with edges\", \"top\": 1}")
                .json()
                .get("results");
        assertThat(answers).hasSize(1);
        assertThat(answers.get(0).get("label").get("name").asText()).isEqualTo("graphs");
    }

    @Test
    void whatAPaperCitesAlreadyIsNotRecommended() throws Exception {
        assertThat(ids(served.post("/api/cite", "{\"paper\": \"4\"}").json())).containsExactlyInAnyOrder("2", "3");
        assertThat(ids(served.post("/api/cite", "{\"title\": \"graphs\", \"without\": [\"1\"]}")
                        .json()))
                .containsExactlyInAnyOrder("2", "3", "4");
    }

    @Test
    void aPaperKnowsWhatItCitesAndWhatCitesIt() throws Exception {
        JsonNode citing = served.get("/api/papers/4").json();
        assertThat(citing.get("cites").get(0).get("title").asText()).isEqualTo("Graph drawing");
        assertThat(citing.get("citesElsewhere").asInt()).isEqualTo(1);
        JsonNode cited = served.get("/api/papers/1").json();
        assertThat(cited.get("citedBy").get(0).get("id").asText()).isEqualTo("4");
    }

    @Test
    void aPaperThatIsPutIsFoundAtOnceAndGoneAfterItIsDeleted() throws Exception {
        String paper =
                "{\"_id\": \"7\", \"title\": \"Knitting patterns\", \"text\": \"Wool.\", \"metadata\": {\"year\": 2020}}";
        assertThat(served.put("/api/papers", paper).json().get("put").asInt()).isEqualTo(1);
        assertThat(ids(served.get("/api/search?q=knitting&top=1").json())).containsExactly("7");
        assertThat(served.delete("/api/papers/7").status()).isEqualTo(200);
        assertThat(served.get("/api/papers/7").status()).isEqualTo(404);
        assertThat(served.delete("/api/papers/7").status()).isEqualTo(404);
    }

    @Test
    void aLabelThatIsPutTagsAtOnce() throws Exception {
        assertThat(served.put(
                                "/api/labels",
                                "[{\"_id\": \"k\", \"name\": \"knitting\", \"definition\": \"wool and needles\"}]")
                        .status())
                .isEqualTo(200);
        JsonNode answers = served.post("/api/tag", "{\"title\": \"knitting with wool and needles\", \"top\": 1}")
                .json()
                .get("results");
        assertThat(answers.get(0).get("label").get("id").asText()).isEqualTo("k");
        assertThat(served.get("/api/labels").json().get("labels")).hasSize(3);
    }

    @Test
    void embeddingsComeAsOpenAisClientsReadThem() throws Exception {
        JsonNode plain = served.post(
                        "/v1/embeddings", "{\"model\": \"search\", \"input\": [\"a b\", \"c\"], \"user\": \"x\"}")
                .json();
        assertThat(plain.get("data")).hasSize(2);
        assertThat(plain.at("/usage/prompt_tokens").asInt()).isEqualTo(3);
        assertThat(plain.at("/usage/total_tokens").asInt()).isEqualTo(3);
        JsonNode vector = plain.get("data").get(0).get("embedding");
        assertThat(vector).hasSize(64);
        JsonNode packed = served.post(
                        "/v1/embeddings",
                        "{\"model\": \"search\", \"input\": \"a b\", \"encoding_format\": \"base64\"}")
                .json();
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder()
                        .decode(packed.get("data").get(0).get("embedding").asText()))
                .order(ByteOrder.LITTLE_ENDIAN);
        double squares = 0;
        for (int i = 0; i < 64; i++) {
            float number = bytes.getFloat();
            squares += number * number;
            assertThat(number).isEqualTo((float) vector.get(i).asDouble());
        }
        assertThat(squares).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(served.post("/v1/embeddings", "{\"model\": \"gpt\", \"input\": \"a\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void embedAndRerankSpeakAsTextEmbeddingsInferenceDoes() throws Exception {
        assertThat(served.post("/embed", "{\"inputs\": \"a b\", \"truncate\": true}")
                        .json()
                        .get(0))
                .hasSize(64);
        JsonNode ranked = served.post(
                        "/rerank",
                        "{\"query\": \"drawing graphs\", \"texts\": [\"cooking rice\", \"graphs\"], \"return_text\": true}")
                .json();
        assertThat(ranked.get(0).get("index").asInt()).isEqualTo(1);
        assertThat(ranked.get(0).get("text").asText()).isEqualTo("graphs");
        assertThat(ranked.get(0).get("score").asDouble())
                .isGreaterThan(ranked.get(1).get("score").asDouble());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/api/search|'q' is missing",
                "/api/search?q=a&top=0|'top' must be between 1 and 500, not 0",
                "/api/search?q=a&top=x|'top' must be a whole number, not 'x'",
                "/api/search?q=a&year=3|there is no parameter 'year'. Known here: q, top, from, to",
                "/api/search?q=a&q=b|'q' is given 2 times",
                "/api/search?q=%20|'q' is missing",
                "/api/search?sort=relevance|'q' is missing",
                "/api/search?q=a&offset=10001|'offset' must be between 0 and 10000, not 10001",
                "/api/search?q=a&sort=title|'sort' must be one of",
                "/api/suggest|'field' is missing",
                "/api/search?q=a&wordWeight=0|there is no parameter 'wordWeight'. It is called 'bm25Weight' now.",
                "/api/search?q=a&bm25Weight=-1|'bm25Weight' must be between 0 and 1000, not -1",
                "/api/search?q=a&bm25Weight=NaN|'bm25Weight' must be a number, not 'NaN'",
                "/api/search?q=a&from=2010&to=2000|no year is from 2010 on and up to 2000",
            })
    void aWrongQueryIsToldInAProblem(String path, String told) throws Exception {
        ServedFixture.Answer answer = served.get(path);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.json().get("detail").asText()).contains(told);
        assertThat(answer.json().get("status").asInt()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/api/tag|{|the body is no JSON at line 1",
                "/api/tag|[]|must be a JSON object",
                "/api/tag|{}|say about what",
                "/api/tag|{\"title\": 3}|'title' must be a text",
                "/api/tag|{\"title\": \" \"}|are empty",
                "/api/tag|{\"title\": \"a\", \"titel\": \"b\"}|there is no field 'titel'. Did you mean 'title'?",
                "/api/tag|{\"title\": \"a\", \"least\": 0.5}|there is no field 'least'. It is called 'minProbability' now.",
                "/api/tag|{\"title\": \"a\", \"minProbability\": 2}|'minProbability' must be between 0 and 1, not 2",
                "/api/tag|{\"title\": \"a\", \"ancestors\": 1}|'ancestors' must be true or false, not '1'",
                "/api/tag|{\"title\": \"a\", \"exclude\": [\"none/*\"]}|there is no label 'none' to exclude",
                "/api/cite|{\"title\": \"a\", \"without\": [1]}|'without[0]' must be a text",
                "/api/cite|{\"paper\": \"1\", \"title\": \"a\"}|say about what",
                "/v1/embeddings|{\"model\": \"search\"}|'input' is missing",
                "/v1/embeddings|{\"model\": \"search\", \"input\": []}|'input' is missing",
                "/v1/embeddings|{\"model\": \"search\", \"input\": \"a\", \"encoding_format\": \"x\"}|'encoding_format' must be one of float, base64, not 'x'",
                "/v1/embeddings|{\"model\": \"search\", \"input\": [1]}|'input[0]' must be a text",
            })
    void aWrongBodyIsToldInAProblem(String path, String body, String told) throws Exception {
        ServedFixture.Answer answer = served.post(path, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("detail").asText()).contains(told);
    }

    @Test
    void aPaperThatIsNoneIsRefusedAsInAFile() throws Exception {
        ServedFixture.Answer answer = served.put("/api/papers", "{\"title\": \"a\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("detail").asText()).contains("no _id");
    }

    @Test
    void anAddressWithNothingAndAWrongMethodAreProblemsToo() throws Exception {
        assertThat(served.get("/api/nothing").status()).isEqualTo(404);
        assertThat(served.get("/api/nothing").type()).startsWith("application/problem+json");
        assertThat(served.get("/api/tag").status()).isEqualTo(405);
    }

    @Test
    void whoRunsTheServiceSeesItsHealthAndFigures() throws Exception {
        served.get("/api/search?q=graphs");
        assertThat(served.get("/health/live").status()).isEqualTo(200);
        assertThat(served.get("/health/ready").status()).isEqualTo(200);
        assertThat(served.get("/metrics").body())
                .contains("scimult_requests_seconds_count{method=\"GET\",route=\"/api/search\",status=\"200\"} 1");
        assertThat(served.get("/api/index").json().get("papers").asInt()).isEqualTo(4);
    }

    @Test
    void withoutAKeyNothingIsToldWhereKeysAreAsked() throws Exception {
        try (ServedFixture guarded = ServedFixture.start(
                folder.resolve("guarded"), Set.of("secret"), Limits.DEFAULTS, new WordCountEncoder())) {
            assertThat(guarded.get("/api/search?q=graphs").status()).isEqualTo(401);
            assertThat(guarded.get("/health/live").status()).isEqualTo(200);
            HttpRequest.Builder request = guarded.request("/api/search?q=graphs");
            assertThat(guarded.send(request.copy()
                                    .header("Authorization", "Bearer wrong")
                                    .build())
                            .status())
                    .isEqualTo(401);
            assertThat(guarded.send(request.header("Authorization", "Bearer secret")
                                    .build())
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aBodyBeyondTheLimitIsRefused() throws Exception {
        Limits small = new Limits(2048, 2, 100, 100, 10, 10);
        try (ServedFixture limited =
                ServedFixture.start(folder.resolve("limited"), Set.of(), small, new WordCountEncoder())) {
            assertThat(limited.post("/api/tag", "{\"title\": \"" + "a".repeat(4000) + "\"}")
                            .status())
                    .isEqualTo(413);
            assertThat(limited.post("/api/tag", "{\"title\": \"" + "a".repeat(101) + "\"}")
                            .status())
                    .isEqualTo(400);
            assertThat(limited.post("/embed", "{\"inputs\": [\"a\", \"b\", \"c\"]}")
                            .status())
                    .isEqualTo(400);
        }
    }
}
