package io.github.scimult.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.fixture.WordCountEncoder;
import io.github.scimult.server.config.ConnectionSettings;
import io.github.scimult.server.http.BodyBounds;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that send slowly, or never end, cost the others nothing, and are sent away after a while. */
class SlowClientsTest {
    private static final String BEGIN =
            "POST /embed HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 30\r\n\r\n{";

    @TempDir
    private Path folder;

    private ServedFixture start(double idleSeconds, BodyBounds bodies) throws IOException {
        ServerConfig config = ServerConfig.onLoopback(0, "0")
                .with(Map.of("connections", new ConnectionSettings(1000, idleSeconds), "bodies", bodies));
        return ServedFixture.start(folder, config, new WordCountEncoder());
    }

    private static Socket begun(ServedFixture served) throws IOException {
        Socket socket = new Socket("127.0.0.1", served.server().port());
        socket.getOutputStream().write(BEGIN.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void whileThreeHundredSendOneByteAndHangOthersAreServed() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try (ServedFixture served = start(2, new BodyBounds(500, 10, 0))) {
            for (int i = 0; i < 300; i++) {
                slow.add(begun(served));
            }
            for (int i = 0; i < 5; i++) {
                assertThat(served.get("/api/search?q=graphs").status()).isEqualTo(200);
                assertThat(served.post("/embed", "{\"inputs\": \"graphs\"}").status())
                        .isEqualTo(200);
            }
            for (Socket socket : slow) {
                assertThat(answer(socket))
                        .satisfiesAnyOf(
                                text -> assertThat(text).startsWith("HTTP/1.1 408"),
                                text -> assertThat(text).isEmpty());
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void aBodyThatComesTooSlowlyIsNotWaitedFor() throws Exception {
        try (ServedFixture served = start(30, new BodyBounds(1_000_000, 0, 0));
                Socket socket = begun(served)) {
            socket.getOutputStream().write(' ');
            assertThat(answer(socket))
                    .startsWith("HTTP/1.1 408")
                    .contains("at least 1000000 bytes a second", "application/problem+json");
        }
    }

    @Test
    void whatTakesLongToComputeIsNotTakenForASlowClient() throws Exception {
        GatedEncoder encoder = new GatedEncoder();
        ServerConfig config =
                ServerConfig.onLoopback(0, "0").with(Map.of("connections", new ConnectionSettings(1000, 0.3)));
        try (ServedFixture served = ServedFixture.start(folder, config, encoder)) {
            CompletableFuture<Integer> slow = CompletableFuture.supplyAsync(() -> embedded(served));
            encoder.awaitBegin();
            for (int i = 0; i < 3; i++) {
                try (Socket idle = begun(served)) {
                    assertThat(answer(idle)).doesNotContain("200"); // the time of an idle connection has passed
                }
            }
            encoder.letGo();
            assertThat(slow.get()).isEqualTo(200);
        }
    }

    private static int embedded(ServedFixture served) {
        try {
            return served.post("/embed", "{\"inputs\": \"graphs\"}").status();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void aBodyThatBreaksOffIsTheClientsMistake() throws Exception {
        try (ServedFixture served = start(30, new BodyBounds(500, 10, 0));
                Socket socket = begun(served)) {
            socket.shutdownOutput();
            assertThat(answer(socket))
                    .satisfiesAnyOf(
                            text -> assertThat(text).startsWith("HTTP/1.1 400"),
                            text -> assertThat(text).isEmpty());
            assertThat(served.get("/metrics").body()).doesNotContain("status=\"500\"");
        }
    }

    @Test
    void largeBodiesAreReadOnlyWhileThereIsMemoryForThem() throws Exception {
        try (ServedFixture served = start(30, new BodyBounds(500, 10, 100_000))) {
            String large = "{\"inputs\": \"" + "a".repeat(90_000) + "\"}";
            String tooLarge = "{\"inputs\": \"a\"" + " ".repeat(300_000) + "}";
            assertThat(served.post("/embed", large).status()).isEqualTo(200);
            ServedFixture.Answer refused = served.post("/embed", tooLarge);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.response().headers().firstValue("Retry-After")).hasValue("2");
            assertThat(served.post("/embed", large).status()).isEqualTo(200);
        }
    }
}
