package io.github.scimult.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.collection.CollectionWriter;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.record.Judgement;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.library.LiteratureModel;
import io.github.scimult.library.live.OpenModel;
import io.github.scimult.search.index.IndexBuilder;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.search.map.MapBuilder;
import io.github.scimult.search.map.MapFile;
import io.github.scimult.server.ScimultServer;
import io.github.scimult.server.ServerConfig;
import io.github.scimult.server.access.ApiKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A few papers and labels, with the model that comes with the program, served. */
record ServedPapers(LiteratureModel model, ScimultServer server) implements AutoCloseable {
    static ServedPapers start(Path folder) throws IOException {
        Path papers = folder.resolve("papers");
        write(papers);
        LiteratureModel model = LiteratureModel.open(LiteratureModel.BUILT_IN);
        Path index = folder.resolve("index");
        try (LiteratureCollection collection = LiteratureCollection.open(papers)) {
            new IndexBuilder(collection, model.encoder(), (done, total) -> {})
                    .build(index, LiteratureModel.BUILT_IN, model.fingerprint(), () -> false);
        }
        try (LiteratureIndex built = LiteratureIndex.open(index, model.encoder(), model.fingerprint())) {
            MapFile.write(index, new MapBuilder(built, 100).build((done, total) -> {}));
        }
        return served(model, ServerConfig.onLoopback(0, "0"), index);
    }

    /** The same for the holders of keys alone. */
    ServedPapers withKeys(Path folder, List<ApiKey> keys) throws IOException {
        server.close();
        return served(model, ServerConfig.onLoopback(0, "0").withKeys(keys), folder.resolve("index"));
    }

    private static ServedPapers served(LiteratureModel model, ServerConfig config, Path index) throws IOException {
        return new ServedPapers(
                model, ScimultServer.start(config, index, _ -> OpenModel.of(model.encoder(), model.fingerprint())));
    }

    private static void write(Path papers) throws IOException {
        try (CollectionWriter writer = CollectionWriter.create(papers)) {
            writer.add(paper("1", "Drawing large graphs", "We lay out graphs of a million nodes by forces.", 1999));
            writer.add(paper("2", "Drawing trees", "Layouts of trees in linear time.", 2001));
            writer.add(paper("3", "Searching text by meaning", "Dense vectors find texts that share no word.", 2010));
            writer.add(paper("4", "Neural networks on graphs", "Learning to label the nodes of a graph.", 2019, "1"));
            writer.add(
                    paper("5", "Colour maps for the colour-blind", "Which palettes everybody can tell apart.", 2015));
            writer.add(paper("6", "Zooming into maps", "Smooth navigation in large maps.", 2008, "1", "2", "99"));
            writer.add(odd());
            writer.add(new Label("g", "graphs", "Things with nodes and edges."));
            writer.add(new Label("t", "text retrieval", "Finding documents."));
            writer.add(new Label("c", "colour", "What is seen, and by whom."));
            writer.add(Task.CLASSIFICATION, Split.TRAIN, new Judgement("1", "g", 1));
            writer.add(Task.CLASSIFICATION, Split.TRAIN, new Judgement("3", "t", 1));
            writer.commit();
        }
    }

    /** What databases leave in texts, and nothing else known. */
    private static Paper odd() {
        String title = "Decay of <i>B</i><sub>0</sub> at $\\sqrt{s} = 13$ TeV &amp; \\hbar if a<b>c";
        String text =
                "Of $5 and $10, p&lt;0.05 <script>alert(2)</script> <img src=x onerror=alert(1)> and $\\unknowncommand{x}$ by Amp\\`ere.";
        Map<String, Object> other =
                Map.of("doi", "10.1234/Odd.7", "url", "https://example.org/7.pdf", "language", "en");
        return new Paper("odd", title, text, new PaperMetadata(null, "", List.of(), List.of(), other));
    }

    private static Paper paper(String id, String title, String text, int year, String... cited) {
        PaperMetadata metadata =
                new PaperMetadata(year, "GD", List.of("Ann Author", "Bob Writer"), List.of(cited), Map.of());
        return new Paper(id, title, text, metadata);
    }

    void put(String path, String body) throws IOException, InterruptedException {
        send(path, request -> request.PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    void delete(String path) throws IOException, InterruptedException {
        send(path, HttpRequest.Builder::DELETE);
    }

    private void send(String path, UnaryOperator<HttpRequest.Builder> method) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.address()).resolve(path));
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(method.apply(request).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        model.close();
    }
}
