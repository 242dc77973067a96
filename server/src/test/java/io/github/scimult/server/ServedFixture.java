package io.github.scimult.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.scimult.core.collection.CollectionWriter;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.fixture.WordCountEncoder;
import io.github.scimult.core.record.Judgement;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.library.live.OpenModel;
import io.github.scimult.search.index.IndexBuilder;
import io.github.scimult.server.access.ApiKey;
import io.github.scimult.server.http.Limits;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small index that is served, and a client of it, which holds every answer against the API's description. */
final class ServedFixture implements AutoCloseable {
    static final String FINGERPRINT = "of-the-words-encoder";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final ScimultServer server;
    private DocumentedAnswers documented;

    private ServedFixture(ScimultServer server) {
        this.server = server;
    }

    static ServedFixture start(Path folder) throws IOException {
        return start(folder, Set.of(), Limits.DEFAULTS, new WordCountEncoder());
    }

    static ServedFixture start(Path folder, Set<String> keys, Limits limits, TextEncoder encoder) throws IOException {
        return start(
                folder,
                ServerConfig.onLoopback(0, "0")
                        .withKeys(keys.stream()
                                .map(key -> ApiKey.ofAllScopes("all", key))
                                .toList())
                        .withLimits(limits),
                encoder);
    }

    static ServedFixture start(Path folder, ServerConfig config, TextEncoder encoder) throws IOException {
        return new ServedFixture(ScimultServer.start(config, index(folder), _ -> OpenModel.of(encoder, FINGERPRINT)));
    }

    /** Four papers, two labels; paper 4 cites papers 1 and 9, the latter unknown. */
    private static Path index(Path folder) throws IOException {
        Path papers = folder.resolve("papers");
        try (CollectionWriter writer = CollectionWriter.create(papers)) {
            writer.add(paper("1", "Graph drawing", "Layouts of large graphs.", 1999, List.of()));
            writer.add(paper("2", "Tree drawing", "Layouts of large trees.", 2001, List.of()));
            writer.add(paper("3", "Text search", "Finding texts by words.", 2010, List.of()));
            writer.add(paper("4", "Neural graphs", "Learning on graphs.", 2019, List.of("1", "9")));
            writer.add(new Label("g", "graphs", "things with edges"));
            writer.add(new Label("t", "texts", "things with words"));
            writer.add(Task.CLASSIFICATION, Split.TRAIN, new Judgement("1", "g", 1));
            writer.commit();
        }
        Path out = folder.resolve("index");
        try (LiteratureCollection opened = LiteratureCollection.open(papers)) {
            new IndexBuilder(opened, new WordCountEncoder(), (done, total) -> {})
                    .build(out, "m", FINGERPRINT, () -> false);
        }
        return out;
    }

    private static Paper paper(String id, String title, String text, int year, List<String> references) {
        return new Paper(id, title, text, new PaperMetadata(year, "GD", List.of("Ann"), references, Map.of()));
    }

    ScimultServer server() {
        return server;
    }

    /** A client's answer. */
    record Answer(int status, String type, String body, HttpResponse<String> response) {
        JsonNode json() throws IOException {
            return JSON.readTree(body);
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    Answer post(String path, String body) throws IOException, InterruptedException {
        return send(
                request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    Answer put(String path, String body) throws IOException, InterruptedException {
        return send(request(path).PUT(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    Answer delete(String path) throws IOException, InterruptedException {
        return send(request(path).DELETE().build());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.address()).resolve(path));
    }

    Answer send(HttpRequest request) throws IOException, InterruptedException {
        Answer answer = answer(request);
        documented().check(request, answer);
        return answer;
    }

    /** Of the description that the server itself gives, asked for once. */
    private synchronized DocumentedAnswers documented() throws IOException, InterruptedException {
        if (documented == null) {
            documented = new DocumentedAnswers(
                    answer(request("/openapi.json").build()).json());
        }
        return documented;
    }

    private Answer answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        String type = response.headers().firstValue("Content-Type").orElse("");
        return new Answer(response.statusCode(), type, response.body(), response);
    }

    @Override
    public void close() throws IOException {
        server.close();
        client.close();
    }
}
