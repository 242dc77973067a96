package io.github.scimult.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.fixture.WordCountEncoder;
import io.github.scimult.server.access.AccessSettings;
import io.github.scimult.server.config.StopSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever runs a server does while it runs: change keys, watch it at a port of its own, stop it behind a load balancer. */
class OperationTest {
    private static final ServerConfig LOOPBACK = ServerConfig.onLoopback(0, "0");

    @TempDir
    private Path folder;

    private static int status(ServedFixture served, String key) throws Exception {
        return served.send(served.request("/api/index")
                        .header("Authorization", "Bearer " + key)
                        .build())
                .status();
    }

    @Test
    void keysAreExchangedWithoutANewStart() throws Exception {
        Path keys = Files.writeString(folder.resolve("keys.txt"), "old\n");
        AccessSettings access = new AccessSettings(Optional.of(keys), List.of(), false, false, List.of());
        ServerConfig config =
                ServerConfig.of(LOOPBACK.with(Map.of("access", access)).settings(), Optional.empty(), "0");
        try (ServedFixture served = ServedFixture.start(folder, config, new WordCountEncoder())) {
            assertThat(status(served, "old")).isEqualTo(200);
            Files.writeString(keys, "a new one reed\n");
            served.server().checkFiles();
            assertThat(status(served, "old"))
                    .as("a file that is none changes nothing")
                    .isEqualTo(200);
            Files.writeString(keys, "newest read alice\n");
            served.server().checkFiles();
            assertThat(status(served, "old")).isEqualTo(401);
            assertThat(status(served, "newest")).isEqualTo(200);
        }
    }

    @Test
    void metricsAreAtAPortOfTheirOwnWhereNothingElseIs() throws Exception {
        ServerConfig config = LOOPBACK.with(Map.of("metricsPort", Optional.of(0)));
        try (ServedFixture served = ServedFixture.start(folder, config, new WordCountEncoder())) {
            int port = served.server().metricsPort().orElseThrow();
            assertThat(port).isNotEqualTo(served.server().port());
            assertThat(statusAt(port, "/metrics")).isEqualTo(200);
            assertThat(statusAt(port, "/health/ready")).isEqualTo(200);
            for (String path : List.of("/", "/api/index", "/openapi.json", "/api/papers/1", "/main.js")) {
                assertThat(statusAt(port, path)).as(path).isEqualTo(404);
            }
            assertThat(served.get("/metrics").status()).isEqualTo(404);
            assertThat(served.get("/health/ready").status()).isEqualTo(200);
            assertThat(served.get("/").status()).isEqualTo(200);
        }
    }

    private static int statusAt(int port, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create("http://127.0.0.1:" + port + path);
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        }
    }

    @Test
    void beforeItStopsAServerSaysSoAndStillAnswers() throws Exception {
        ServerConfig config = LOOPBACK.with(Map.of("stop", new StopSettings(3600, 30)));
        ServedFixture served = ServedFixture.start(folder, config, new WordCountEncoder());
        Thread closing = Thread.ofVirtual().start(() -> close(served));
        while (served.get("/health/ready").status() == 200) {
            Thread.onSpinWait();
        }
        assertThat(served.get("/health/live").status()).isEqualTo(200);
        assertThat(served.get("/api/search?q=graphs").status()).isEqualTo(200);
        closing.interrupt();
        closing.join();
    }

    @Test
    void requestsThatDoNotEndInTimeAreBrokenOffAndTheServerStops() throws Exception {
        ServerConfig config = LOOPBACK.with(Map.of("stop", new StopSettings(0, 0.1)));
        GatedEncoder encoder = new GatedEncoder();
        ServedFixture served = ServedFixture.start(folder, config, encoder);
        String texts = String.join(",", Collections.nCopies(100, "\"" + "a".repeat(2_900) + "\""));
        CompletableFuture<Boolean> isServed = CompletableFuture.supplyAsync(() -> isServed(served, texts));
        encoder.awaitBegin();
        CompletableFuture<Void> closed = CompletableFuture.runAsync(() -> close(served));
        assertThat(isServed.get()).isFalse();
        encoder.letGo();
        closed.get();
        assertThat(encoder.calls())
                .as("the other pieces are not encoded for nobody")
                .isEqualTo(1);
    }

    private static boolean isServed(ServedFixture served, String texts) {
        try {
            return served.post("/embed", "{\"inputs\": [" + texts + "]}").status() == 200;
        } catch (IOException broken) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void close(ServedFixture served) {
        try {
            served.close();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
