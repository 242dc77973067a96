package io.github.scimult.app;

import static io.github.scimult.app.CommandLineRun.output;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.scimult.core.collection.synthetic.SyntheticCollection;
import io.github.scimult.core.collection.synthetic.SyntheticSettings;
import io.github.scimult.library.LiteratureModel;
import io.github.scimult.library.live.OpenModel;
import io.github.scimult.server.ScimultServer;
import io.github.scimult.server.ServerConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line prints, line by line, what the server answers. */
class SameAnswersTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void everyLineOfJsonIsAnAnswerOverHttp() throws Exception {
        Path collection = folder.resolve("papers");
        SyntheticCollection.generate(collection, SyntheticSettings.of(60, 10, 5));
        Path model = CommandLineRun.tinyBert(folder.resolve("tiny-bert"));
        Path index = folder.resolve("index");
        output("index", "--collection", collection, "--model", model, "--out", index, "--precision=float32");
        List<String> search = lines("search", index, "graphs and texts", "--top", 7, "--from", 1900, "--json");
        List<String> cite = lines("cite", index, "--paper", "paper-3", "--top", 5, "--json");
        List<String> tag = lines("tag", index, "--paper", "paper-3", "--top", 3, "--json");
        ServerConfig config = ServerConfig.onLoopback(0, "0");
        try (LiteratureModel opened = LiteratureModel.open(model.toString());
                ScimultServer server = ScimultServer.start(config, index, _ -> shared(opened));
                HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create(server.address());
            assertThat(search)
                    .hasSize(7)
                    .isEqualTo(answers(
                            client,
                            HttpRequest.newBuilder(address.resolve("/api/search?q=graphs+and+texts&top=7&from=1900"))));
            String paper = "{\"paper\": \"paper-3\", \"top\": %d}";
            assertThat(cite).hasSize(5).isEqualTo(answers(client, post(address, "/api/cite", paper.formatted(5))));
            assertThat(tag).hasSize(3).isEqualTo(answers(client, post(address, "/api/tag", paper.formatted(3))));
        }
    }

    private static OpenModel shared(LiteratureModel model) {
        return OpenModel.of(model.encoder(), model.fingerprint());
    }

    private static List<String> lines(Object... arguments) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : output(arguments).lines().toList()) {
            lines.add(JSON.readTree(line).toString());
        }
        return lines;
    }

    private static HttpRequest.Builder post(URI address, String path, String body) {
        return HttpRequest.newBuilder(address.resolve(path)).POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static List<String> answers(HttpClient client, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return JSON.readTree(response.body())
                .path("results")
                .valueStream()
                .map(JsonNode::toString)
                .toList();
    }
}
