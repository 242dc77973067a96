package io.github.scimult.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.fixture.WordCountEncoder;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.server.ServedFixture.Answer;
import io.github.scimult.server.http.Limits;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, how many at once, and what a request is told when it is not answered. */
class RequestGuardTest {
    private static final String EMBED = "{\"inputs\": \"graphs\"}";

    @TempDir
    private Path folder;

    private ServedFixture withKeys(String... keys) throws Exception {
        return ServedFixture.start(folder, Set.of(keys), Limits.DEFAULTS, new WordCountEncoder());
    }

    private static Answer asking(ServedFixture served, String authorization) throws Exception {
        HttpRequest.Builder request = served.request("/api/index");
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return served.send(request.build());
    }

    @Test
    void oneOfSeveralKeysIsEnough() throws Exception {
        try (ServedFixture served = withKeys("first", "schlüssel")) {
            assertThat(asking(served, "Bearer first").status()).isEqualTo(200);
            assertThat(asking(served, "Bearer second").status()).isEqualTo(401);
        }
    }

    @Test
    void nothingButTheWholeKeyInItsFormIsLetIn() throws Exception {
        try (ServedFixture served = withKeys("secret")) {
            for (String given : new String[] {
                null,
                "Bearer",
                "Bearer ",
                "Bearer secre",
                "Bearer secrets",
                "Basic secret",
                "secret",
                "Bearer  secret",
                "Bearer SECRET",
                "Bearer secret secret"
            }) {
                Answer refused = asking(served, given);
                assertThat(refused.status()).as("" + given).isEqualTo(401);
                assertThat(refused.type()).startsWith("application/problem+json");
                assertThat(refused.response().headers().firstValue("WWW-Authenticate"))
                        .hasValue("Bearer");
                assertThat(refused.body()).doesNotContain("secret");
            }
        }
    }

    @Test
    void aKeyIsComparedLetterByLetterAfterOneThatWasRight() throws Exception {
        try (ServedFixture served = withKeys("secret")) {
            assertThat(asking(served, "Bearer secret").status()).isEqualTo(200);
            assertThat(asking(served, "Bearer SECRET").status()).isEqualTo(401);
            assertThat(asking(served, "Bearer Secret").status()).isEqualTo(401);
            assertThat(asking(served, "bearer secret").status()).isEqualTo(200);
            assertThat(asking(served, "BEARER sEcret").status()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready", "/metrics", "/openapi.json"})
    void operatorsNeedNoKey(String path) throws Exception {
        try (ServedFixture served = withKeys("secret")) {
            assertThat(served.get(path).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/index", "/api/search?q=graphs", "/nowhere", "/", "/health/live", "/api/search"})
    void everyAnswerTellsBrowsersWhatTheyMayNotDo(String path) throws Exception {
        try (ServedFixture served = ServedFixture.start(folder)) {
            var headers = served.get(path).response().headers();
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("frame-ancestors 'none'");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/nothing, 404, /api/nothing",
        "/api/papers/none, 404, there is no paper 'none'",
        "/api/search?q=graphs&top=9999, 400, between 1 and 500",
        "/api/search?q=graphs&diversity=1, 400, there is no parameter 'diversity'",
        "/reports/none, 404, there is no report 'none'",
        "/api/map, 404, there is no map yet"
    })
    void aProblemSaysItsStatusTitleDetailAndPath(String path, int status, String detail) throws Exception {
        try (ServedFixture served = ServedFixture.start(folder)) {
            Answer answer = served.get(path);
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.type()).startsWith("application/problem+json");
            var problem = answer.json();
            assertThat(problem.get("type").asText()).isEqualTo("about:blank");
            assertThat(problem.get("status").asInt()).isEqualTo(status);
            assertThat(problem.get("title").asText()).isNotBlank();
            assertThat(problem.get("detail").asText()).contains(detail);
            assertThat(problem.get("instance").asText()).isEqualTo(path.replaceFirst("\\?.*", ""));
        }
    }

    @Test
    void requestsBeyondTheLimitAreToldToComeBackAndOthersGoOn() throws Exception {
        GatedEncoder encoder = new GatedEncoder();
        Limits one = new Limits(1 << 20, 10, 1_000, 100, 10, 1);
        try (ServedFixture served = ServedFixture.start(folder, Set.of(), one, encoder)) {
            CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> posted(served));
            encoder.awaitBegin();
            Answer second = served.post("/embed", EMBED);
            assertThat(second.status()).isEqualTo(429);
            assertThat(second.response().headers().firstValue("Retry-After")).hasValue("1");
            assertThat(second.json().get("detail").asText()).contains("1 requests already");
            assertThat(served.get("/health/live").status()).isEqualTo(200);
            encoder.letGo();
            assertThat(first.join().status()).isEqualTo(200);
            assertThat(served.post("/embed", EMBED).status()).isEqualTo(200);
            assertThat(served.get("/metrics").body()).contains("scimult_requests_refused_total 1.0");
        }
    }

    private static Answer posted(ServedFixture served) {
        try {
            return served.post("/embed", EMBED);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void aMistakeOfTheProgramIsToldWithoutItsInside() throws Exception {
        TextEncoder broken = new Failing("the weights at 0xABCD");
        try (ServedFixture served = ServedFixture.start(folder, Set.of(), Limits.DEFAULTS, broken)) {
            Answer answer = served.post("/embed", EMBED);
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).contains("the server made a mistake").doesNotContain("0xABCD", "Exception");
            assertThat(served.get("/health/live").status()).isEqualTo(200);
        }
    }

    /** Fails as a bug would. */
    private record Failing(String message) implements TextEncoder {
        @Override
        public String name() {
            return "failing";
        }

        @Override
        public int dimension() {
            return 64;
        }

        @Override
        public Similarity similarity() {
            return Similarity.COSINE;
        }

        @Override
        public float[][] encode(List<SegmentedText> texts, Task task) {
            throw new IllegalStateException(message);
        }
    }
}
