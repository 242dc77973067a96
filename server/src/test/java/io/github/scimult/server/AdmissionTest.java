package io.github.scimult.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.fixture.WordCountEncoder;
import io.github.scimult.server.ServedFixture.Answer;
import io.github.scimult.server.access.AccessSettings;
import io.github.scimult.server.access.ApiKey;
import io.github.scimult.server.access.RateSettings;
import io.github.scimult.server.access.Scope;
import io.github.scimult.server.http.Route;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** By which name a server is asked, which pages may send what, what a key is for, and how often one may ask. */
class AdmissionTest {
    private static final ServerConfig LOOPBACK = ServerConfig.onLoopback(0, "0");
    private static final String PAPER = "{\"_id\": \"50\", \"title\": \"Drawing trees\"}";
    private static final String USEFUL =
            "{\"on\": \"search\", \"query\": \"graphs\", \"answer\": \"1\", \"useful\": true}";

    @TempDir
    private Path folder;

    private ServedFixture start(ServerConfig config) throws IOException {
        return ServedFixture.start(folder, config, new WordCountEncoder());
    }

    private static Map<String, Object> access(List<Scope> anonymous, boolean openWrites, boolean readOnly) {
        return Map.of("access", new AccessSettings(Optional.empty(), anonymous, openWrites, readOnly, List.of()));
    }

    private static String raw(ServedFixture served, String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", served.server().port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String asked(ServedFixture served, String line, String... headers) throws IOException {
        return raw(served, line + " HTTP/1.1\r\nConnection: close\r\n" + String.join("\r\n", headers) + "\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /", "GET /api/index", "DELETE /api/papers/1", "GET /openapi.json", "PUT /api/papers"})
    void anotherSitesNameThatLeadsHereIsNotObeyed(String line) throws Exception {
        try (ServedFixture served = start(LOOPBACK)) {
            String answer = asked(served, line, "Host: evil.example:8080", "Origin: http://evil.example:8080");
            assertThat(answer)
                    .startsWith("HTTP/1.1 421")
                    .contains("application/problem+json", "'evil.example:8080'", "--public-name");
            assertThat(served.get("/api/papers/1").status()).isEqualTo(200);
        }
    }

    @Test
    void aPublicNameIsObeyedAndOperatorsAskByAnyName() throws Exception {
        try (ServedFixture served = start(LOOPBACK.with(Map.of("publicNames", List.of("library.example.org"))))) {
            assertThat(asked(served, "GET /api/index", "Host: library.example.org"))
                    .startsWith("HTTP/1.1 200");
            assertThat(asked(served, "GET /health/ready", "Host: 10.1.2.3:8080"))
                    .startsWith("HTTP/1.1 200");
            assertThat(asked(served, "GET /metrics", "Host: pod-7.monitoring:8080"))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void pagesOfOtherSitesChangeNothing() throws Exception {
        try (ServedFixture served = start(LOOPBACK)) {
            String own = served.server().address().replaceFirst("/$", "");
            for (String origin : List.of("https://evil.example", "null", "http://localhost:1")) {
                Answer refused = served.send(served.request("/api/papers/2")
                        .header("Origin", origin)
                        .DELETE()
                        .build());
                assertThat(refused.status()).as(origin).isEqualTo(403);
                assertThat(refused.body()).contains("--allow-origin");
            }
            assertThat(served.get("/api/papers/2").status()).isEqualTo(200);
            assertThat(served.send(served.request("/api/papers/2")
                                    .header("Origin", own)
                                    .DELETE()
                                    .build())
                            .status())
                    .isEqualTo(200);
        }
    }

    private static int status(ServedFixture served, String key, HttpRequest.Builder request) throws Exception {
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return served.send(request.build()).status();
    }

    /** Statuses of reading, writing, giving feedback and reading all feedback. */
    private static List<Integer> statuses(ServedFixture served, String key) throws Exception {
        return List.of(
                status(served, key, served.request("/api/search?q=graphs").GET()),
                status(served, key, served.request("/api/papers").PUT(HttpRequest.BodyPublishers.ofString(PAPER))),
                status(served, key, served.request("/api/feedback").PUT(HttpRequest.BodyPublishers.ofString(USEFUL))),
                status(served, key, served.request("/api/feedback").GET()));
    }

    private static final List<ApiKey> KEYS = List.of(
            ApiKey.ofAllScopes("all", "all"),
            new ApiKey("reader", "reader", Set.of(Scope.READ)),
            new ApiKey("visitor", "visitor", Set.of(Scope.READ, Scope.FEEDBACK)),
            new ApiKey("loader", "loader", Set.of(Scope.WRITE)));

    @Test
    void aKeyIsForItsScopesAlone() throws Exception {
        try (ServedFixture served = start(LOOPBACK.withKeys(KEYS))) {
            assertThat(statuses(served, "all")).containsExactly(200, 200, 200, 200);
            assertThat(statuses(served, "reader")).containsExactly(200, 403, 403, 403);
            assertThat(statuses(served, "visitor")).containsExactly(200, 403, 200, 403);
            assertThat(statuses(served, "loader")).containsExactly(403, 200, 403, 200);
            assertThat(statuses(served, "unknown")).containsExactly(401, 401, 401, 401);
            assertThat(statuses(served, null)).containsExactly(401, 401, 401, 401);
        }
    }

    @Test
    void withoutAKeyOneMayDoWhatIsAllowedToEverybody() throws Exception {
        try (ServedFixture served = start(LOOPBACK.withKeys(KEYS).with(access(List.of(Scope.READ), false, false)))) {
            assertThat(statuses(served, null)).containsExactly(200, 401, 401, 401);
            assertThat(statuses(served, "unknown")).containsExactly(401, 401, 401, 401);
        }
    }

    @Test
    void aReadOnlyServerTakesNoChangesFromAnybody() throws Exception {
        try (ServedFixture served = start(LOOPBACK.withKeys(KEYS).with(access(List.of(), false, true)))) {
            assertThat(statuses(served, "all")).containsExactly(200, 403, 403, 403);
            assertThat(statuses(served, null)).containsExactly(401, 403, 403, 403);
        }
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, false, 200", "0.0.0.0, false, 403", "0.0.0.0, true, 200"})
    void withoutKeysOtherMachinesChangeNothingUnlessThatIsAllowed(String host, boolean open, int status)
            throws Exception {
        try (ServedFixture served = start(LOOPBACK.withHost(host).with(access(List.of(), open, false)))) {
            assertThat(statuses(served, null)).containsExactly(200, status, status, status);
        }
    }

    @Test
    void aPageLearnsWhatItMayDo() throws Exception {
        try (ServedFixture served = start(LOOPBACK.withKeys(KEYS))) {
            assertThat(access(served, null)).isEqualTo("{\"needsKey\":true,\"scopes\":[]}");
            assertThat(access(served, "wrong")).isEqualTo("{\"needsKey\":true,\"scopes\":[]}");
            assertThat(access(served, "visitor")).isEqualTo("{\"needsKey\":true,\"scopes\":[\"read\",\"feedback\"]}");
            assertThat(served.get("/").status()).isEqualTo(200);
        }
        try (ServedFixture served = ServedFixture.start(folder.resolve("second"))) {
            assertThat(access(served, null))
                    .isEqualTo("{\"needsKey\":false,\"scopes\":[\"read\",\"write\",\"feedback\"]}");
        }
    }

    private static String access(ServedFixture served, String key) throws Exception {
        HttpRequest.Builder request = served.request("/api/access");
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return served.send(request.build()).body();
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBackAndOthersAreServed() throws Exception {
        ServerConfig rare = LOOPBACK.withKeys(KEYS).with(Map.of("rate", new RateSettings(Optional.of(0.01), 2)));
        try (ServedFixture served = start(rare)) {
            HttpRequest reader = served.request("/api/index")
                    .header("Authorization", "Bearer reader")
                    .build();
            assertThat(served.send(reader).status()).isEqualTo(200);
            assertThat(served.send(reader).status()).isEqualTo(200);
            Answer refused = served.send(reader);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(Integer.parseInt(refused.response()
                            .headers()
                            .firstValue("Retry-After")
                            .orElseThrow()))
                    .isBetween(90, 100);
            assertThat(status(served, "visitor", served.request("/api/index").GET()))
                    .isEqualTo(200);
            assertThat(served.get("/health/ready").status()).isEqualTo(200);
        }
    }

    /** Whoever adds a route that changes something says so here, or by its scope. */
    @Test
    void onlyTheseAskByPost() throws Exception {
        try (ServedFixture served = start(LOOPBACK)) {
            assertThat(served.server().routes().stream()
                            .filter(route -> route.method().name().equals("POST"))
                            .filter(route -> route.scope().equals(Optional.of(Scope.READ)))
                            .map(Route::path))
                    .containsExactlyInAnyOrder(
                            "/api/tag",
                            "/api/cite",
                            "/v1/embeddings",
                            "/v1/rerank",
                            "/v2/rerank",
                            "/embed",
                            "/",
                            "/rerank",
                            "/v1/projects/{id}/suggest",
                            "/v1/projects/{id}/suggest-batch");
        }
    }
}
