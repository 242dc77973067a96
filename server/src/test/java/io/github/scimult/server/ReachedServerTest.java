package io.github.scimult.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.fixture.WordCountEncoder;
import io.github.scimult.server.access.AccessSettings;
import io.github.scimult.server.config.TlsSettings;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a server is reached: by what connections, from what pages, and what it says to what is no request. */
class ReachedServerTest {
    @TempDir
    private Path folder;

    private ServedFixture start(Encryption encryption) throws IOException {
        ServerConfig config = ServerConfig.onLoopback(0, "0").withEncryption(encryption);
        return ServedFixture.start(folder, config, new WordCountEncoder());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/%ZZ HTTP/1.1",
                "GET /%00 HTTP/1.1",
                "GET /api/search?q=%E0%A4%A HTTP/1.1",
                "GET /api/search?q=a&venue=%GG HTTP/1.1",
                "GET /api/search?q=100% HTTP/1.1"
            })
    void anAddressThatIsNoneIsAProblemDocument(String line) throws IOException {
        try (ServedFixture served = start(null);
                Socket socket = new Socket("127.0.0.1", served.server().port())) {
            String request = line + "\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "\"status\":400", "\"detail\":")
                    .doesNotContain("<html");
        }
    }

    @Test
    void withACertificateTheServerSpeaksHttps() throws Exception {
        Path keyStore = folder.resolve("certificate.p12");
        keyTool(keyStore);
        assertThatThrownBy(() -> Encryption.of(keyStore, "wrong"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("its password is another");
        Encryption encryption = Encryption.of(keyStore, "secret");
        try (ServedFixture served = start(encryption);
                HttpClient client =
                        HttpClient.newBuilder().sslContext(trusting(encryption)).build()) {
            assertThat(served.server().address()).startsWith("https://127.0.0.1:");
            URI asked = URI.create(served.server().address()).resolve("/api/search?q=graphs");
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(asked).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("Graph drawing");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
        }
    }

    @Test
    void renewedCertificatesAreTakenWithoutANewStart() throws Exception {
        Path keyStore = folder.resolve("certificate.p12");
        keyTool(keyStore);
        TlsSettings tls = new TlsSettings(Optional.of(keyStore), 0);
        ServerConfig config = ServerConfig.of(
                ServerConfig.onLoopback(0, "0").with(Map.of("tls", tls)).settings(), Optional.of("secret"), "0");
        try (ServedFixture served = ServedFixture.start(folder, config, new WordCountEncoder())) {
            assertThat(status(served, Encryption.of(keyStore, "secret"))).isEqualTo(200);
            Files.writeString(keyStore, "half of a file");
            served.server().checkFiles();
            Files.delete(keyStore);
            served.server().checkFiles();
            assertThat(status(served, config.encryption())).isEqualTo(200);
            keyTool(keyStore);
            served.server().checkFiles();
            assertThat(status(served, Encryption.of(keyStore, "secret"))).isEqualTo(200);
            assertThatThrownBy(() -> status(served, config.encryption())).isInstanceOf(SSLException.class);
        }
    }

    private static int status(ServedFixture served, Encryption trusted) throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().sslContext(trusting(trusted)).build()) {
            URI asked = URI.create(served.server().address()).resolve("/api/index");
            return client.send(HttpRequest.newBuilder(asked).build(), HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        }
    }

    private static void keyTool(Path keyStore) throws IOException, InterruptedException {
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        keyStore.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "secret",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1")
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
    }

    private static SSLContext trusting(Encryption encryption) throws Exception {
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(encryption.certificates());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trusted.getTrustManagers(), null);
        return context;
    }

    @Test
    void pagesOfAnotherSiteMayAskOnlyIfTheyAreAllowedTo() throws Exception {
        String site = "https://catalogue.example.org";
        try (ServedFixture closed = start(null)) {
            assertThat(allowedOrigin(closed, site)).isNull();
        }
        try (ServedFixture open = allowing(site)) {
            assertThat(allowedOrigin(open, site)).isEqualTo(site);
            assertThat(allowedOrigin(open, "https://elsewhere.example.org")).isNull();
        }
    }

    private ServedFixture allowing(String site) throws IOException {
        AccessSettings access = new AccessSettings(Optional.empty(), List.of(), false, false, List.of(site));
        return ServedFixture.start(
                folder.resolve("second"),
                ServerConfig.onLoopback(0, "0").with(Map.of("access", access)),
                new WordCountEncoder());
    }

    @Test
    void whereAnotherSiteMayAskTheOwnPageStillWrites() throws Exception {
        try (ServedFixture served = allowing("https://catalogue.example.org")) {
            ServedFixture.Answer answer = served.send(served.request("/api/tag")
                    .header("Origin", served.server().address().replaceFirst("/$", ""))
                    .POST(HttpRequest.BodyPublishers.ofString("{\"title\": \"graphs\"}"))
                    .build());
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.response().headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }

    @Test
    void aBrowserThatAsksBeforehandIsToldWhatAnotherSiteMaySend() throws Exception {
        String site = "https://catalogue.example.org";
        try (ServedFixture served = allowing(site)) {
            HttpResponse<String> leave = preflight(served, site);
            assertThat(leave.statusCode()).isEqualTo(204);
            assertThat(leave.headers()
                            .firstValue("Access-Control-Allow-Methods")
                            .orElse(""))
                    .contains("PUT", "DELETE");
            assertThat(leave.headers().firstValue("Access-Control-Allow-Headers"))
                    .hasValue("authorization, content-type");
            assertThat(preflight(served, "https://elsewhere.example.org")
                            .headers()
                            .map())
                    .doesNotContainKey("access-control-allow-origin");
        }
    }

    private static HttpResponse<String> preflight(ServedFixture served, String origin) throws Exception {
        return served.send(served.request("/api/papers")
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", "PUT")
                        .header("Access-Control-Request-Headers", "authorization, content-type")
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                        .build())
                .response();
    }

    private static String allowedOrigin(ServedFixture served, String origin) throws Exception {
        return served.send(served.request("/api/search?q=graphs")
                        .header("Origin", origin)
                        .GET()
                        .build())
                .response()
                .headers()
                .firstValue("Access-Control-Allow-Origin")
                .orElse(null);
    }
}
