package io.github.scimult.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people say of answers. */
class FeedbackRoutesTest {
    @TempDir
    private Path folder;

    @Test
    void whatPeopleSayOfAnswersIsKeptAsJudgements() throws Exception {
        try (ServedFixture served = ServedFixture.start(folder)) {
            String useful = "{\"on\": \"search\", \"query\": \"graphs\", \"answer\": \"1\", \"useful\": ";
            assertThat(served.put("/api/feedback", useful + "false}").status()).isEqualTo(200);
            assertThat(served.put("/api/feedback", useful + "true}").status()).isEqualTo(200);
            assertThat(served.put(
                                    "/api/feedback",
                                    "{\"on\": \"tag\", \"paper\": \"2\", \"answer\": \"g\", \"useful\": false}")
                            .status())
                    .isEqualTo(200);
            assertThat(served.get("/api/feedback").json().get("judgements").toString())
                    .isEqualTo("[{\"on\":\"search\",\"query\":\"graphs\",\"answer\":\"1\",\"score\":1},"
                            + "{\"on\":\"tag\",\"paper\":\"2\",\"answer\":\"g\",\"score\":0}]");
            assertThat(served.put("/api/feedback", useful.replace("\"1\"", "\"none\"") + "true}")
                            .status())
                    .isEqualTo(404);
            assertThat(served.put(
                                    "/api/feedback",
                                    "{\"on\": \"walk\", \"query\": \"x\", \"answer\": \"1\", \"useful\": true}")
                            .body())
                    .contains("'on' must be one of search, cite, tag, not 'walk'");
        }
    }
}
