package io.github.scimult.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.fixture.WordCountEncoder;
import io.github.scimult.server.ServedFixture.Answer;
import io.github.scimult.server.access.ApiKey;
import io.github.scimult.server.access.Scope;
import io.github.scimult.server.http.Limits;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients of Annif send and read. */
class AnnifRoutesTest {
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

    private Answer form(String path, String... fields) throws Exception {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return served.send(served.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    @Test
    void aFormWithATextIsAnsweredWithSubjects() throws Exception {
        served.put("/api/labels", "{\"_id\": \"http://v/g\", \"name\": \"knitting\", \"notation\": \"511\"}");
        Answer answer =
                form("/v1/projects/yso-en/suggest", "text", "Knitting & weaving", "limit", "2", "language", "en");
        assertThat(answer.status()).isEqualTo(200);
        JsonNode results = answer.json().get("results");
        assertThat(results).hasSizeBetween(1, 2);
        JsonNode first = results.get(0);
        assertThat(first.get("uri").asText()).isEqualTo("http://v/g");
        assertThat(first.get("label").asText()).isEqualTo("knitting");
        assertThat(first.get("notation").asText()).isEqualTo("511");
        assertThat(first.get("score").asDouble()).isBetween(0.0, 1.0);
    }

    @Test
    void aTitleAmongTheMetadataCountsAsOne() throws Exception {
        assertThat(form("/v1/projects/x/suggest", "text", "Layouts.", "metadata_title", "graphs", "metadata_x", "y")
                        .json()
                        .at("/results/0/uri")
                        .asText())
                .isEqualTo("g");
    }

    @Test
    void aThresholdLeavesOutWhatScoresLess() throws Exception {
        Answer answer = form("/v1/projects/x/suggest", "text", "graphs", "threshold", "1");
        assertThat(answer.json().get("results")).isEmpty();
    }

    @Test
    void severalDocumentsAreAnsweredInTheirOrderWithTheirIds() throws Exception {
        Answer answer = served.post(
                "/v1/projects/x/suggest-batch?limit=1",
                "{\"documents\": [{\"text\": \"graphs\", \"document_id\": \"d1\"}, {\"text\": \"texts\"}]}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).hasSize(2);
        assertThat(answer.json().at("/0/document_id").asText()).isEqualTo("d1");
        assertThat(answer.json().at("/0/results/0/uri").asText()).isEqualTo("g");
        assertThat(answer.json().at("/0/results")).hasSize(1);
        assertThat(answer.json().at("/1/document_id").isNull()).isTrue();
        assertThat(answer.json().at("/1/results/0/uri").asText()).isEqualTo("t");
    }

    @Test
    void whatIsLearnedTwiceIsOnePaperWithItsLabels() throws Exception {
        String body =
                "[{\"text\": \"Weaving by hand\", \"subjects\": [{\"uri\": \"t\", \"label\": \"texts\"}, {\"label\": \"Graphs\"}]}]";
        for (int time = 0; time < 2; time++) {
            Answer answer = served.post("/v1/projects/x/learn", body);
            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.body()).isEmpty();
        }
        JsonNode found = served.get("/api/search?q=weaving").json().get("results");
        assertThat(found.findValuesAsText("title")).containsOnlyOnce("Weaving by hand");
        JsonNode weaving = found.get(0);
        assertThat(weaving.findValuesAsText("name")).contains("texts", "graphs");
    }

    @Test
    void whatIsKnownOfAPaperStaysWhenItsTextIsLearnedAgain() throws Exception {
        String learned = "[{\"text\": \"Weaving by hand\", \"subjects\": [{\"uri\": \"t\"}]}]";
        served.post("/v1/projects/x/learn", learned);
        String id = served.get("/api/search?q=weaving")
                .json()
                .at("/results/0/paper/id")
                .asText();
        served.put(
                "/api/papers",
                "{\"_id\": \"" + id + "\", \"title\": \"Weaving by hand\", \"metadata\": {\"year\": 1999}}");
        served.post("/v1/projects/x/learn", learned);
        assertThat(served.get("/api/papers/" + id).json().findValuesAsText("year"))
                .contains("1999");
    }

    @Test
    void subjectsThatTheLibraryLacksAreLeftOutAndCounted() throws Exception {
        Answer answer = served.post(
                "/v1/projects/x/learn",
                "[{\"text\": \"Weaving\", \"subjects\": [{\"uri\": \"http://v/none\"}, {\"uri\": \"t\"}]}]");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.response().headers().firstValue("X-Unknown-Subjects")).contains("1");
    }

    @Test
    void theLibraryIsTheOneProjectUnderEveryName() throws Exception {
        JsonNode projects = served.get("/v1/projects").json().get("projects");
        assertThat(projects).hasSize(1);
        assertThat(projects.at("/0/vocab/size").asInt()).isEqualTo(2);
        assertThat(projects.at("/0/backend/backend_id").asText()).isEqualTo("scimult");
        assertThat(served.get("/v1/projects/yso-en").json().get("project_id").asText())
                .isEqualTo("yso-en");
        assertThat(served.get("/v1/vocabs").json().at("/vocabs/0/languages/0").asText())
                .isEqualTo("en");
        assertThat(served.get("/v1/").json().get("title").asText()).isEqualTo("SciMult");
    }

    @Test
    void aFormWithoutATextIsRefusedAsAnnifDoes() throws Exception {
        Answer answer = form("/v1/projects/x/suggest", "limit", "5");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.json().get("detail").asText()).contains("text");
        assertThat(answer.json().has("error")).isFalse();
    }

    @Test
    void aTextOfABatchThatIsTooLongIsRefused() throws Exception {
        String text = "x".repeat(Limits.DEFAULTS.textCharacters() + 1);
        Answer answer = served.post("/v1/projects/x/suggest-batch", "{\"documents\": [{\"text\": \"" + text + "\"}]}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("detail").asText()).contains("at most");
    }

    @Test
    void learningNeedsAKeyThatMayWrite() throws Exception {
        ServerConfig config =
                ServerConfig.onLoopback(0, "0").withKeys(List.of(new ApiKey("reader", "secret", Set.of(Scope.READ))));
        try (ServedFixture guarded = ServedFixture.start(folder.resolve("guarded"), config, new WordCountEncoder())) {
            Answer answer = guarded.send(guarded.request("/v1/projects/x/learn")
                    .header("Authorization", "Bearer secret")
                    .POST(HttpRequest.BodyPublishers.ofString("[{\"text\": \"x\", \"subjects\": []}]"))
                    .build());
            assertThat(answer.status()).isEqualTo(403);
        }
    }
}
