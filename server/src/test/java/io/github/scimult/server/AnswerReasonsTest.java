package io.github.scimult.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why an answer is one. */
class AnswerReasonsTest {
    @TempDir
    private Path folder;

    @Test
    void whatAnAnswerSharesWithThePaperThatItIsForIsTold() throws Exception {
        try (ServedFixture served = ServedFixture.start(folder)) {
            served.put("/api/papers", """
                    {"_id": "5", "title": "Graphs that learn", "text": "Learning.", "metadata": {"references": ["9", "2"]}}""");
            for (JsonNode answer :
                    served.post("/api/cite", "{\"paper\": \"4\"}").json().get("results")) {
                boolean alike = answer.get("paper").get("id").asText().equals("5");
                assertThat(answer.get("why").get("shared").toString())
                        .isEqualTo("{\"labels\":[],\"references\":" + (alike ? "[\"9\"]" : "[]") + "}");
            }
            JsonNode found = served.get("/api/search?q=graphs").json().get("results");
            assertThat(found.get(0).get("why").get("shared").isNull()).isTrue();
        }
    }
}
