package io.github.scimult.server.route;

import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.server.http.Limits;
import io.github.scimult.server.http.NoParameters;
import io.github.scimult.server.http.RequestForm;
import io.github.scimult.server.http.Route;
import io.github.scimult.server.http.RouteText;
import io.github.scimult.server.library.ServedLibrary;
import io.github.scimult.server.message.embedding.EmbedRequest;
import io.github.scimult.server.message.embedding.ModelInfo;
import io.github.scimult.server.message.embedding.RankedText;
import io.github.scimult.server.message.embedding.RerankRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Embeddings and reranking in the shapes of text-embeddings-inference.
 *
 * @param version of the program
 */
public record InferenceRoutes(ServedLibrary served, Limits limits, String version) {
    private static final RouteText INFO =
            new RouteText("describeModel", "The model and its bounds, as text-embeddings-inference");
    private static final RouteText EMBED = new RouteText("embed", "Embed texts, as text-embeddings-inference");
    private static final RouteText ROOT = new RouteText(
            "embedAtRoot",
            "Embed texts, as text-embeddings-inference",
            "The same as /embed, for clients that know the server's address alone.");
    private static final RouteText RERANK = new RouteText(
            "rerank",
            "Order texts by a query, as text-embeddings-inference",
            "Scores are cosines of search vectors, the greatest first; 'raw_scores' changes nothing.");

    /** The routes. */
    public List<Route<?>> routes() {
        RankedText[] ranked = {new RankedText(1, 0.71, Optional.empty()), new RankedText(0, 0.08, Optional.empty())};
        return List.of(
                Route.get("/info", INFO, NoParameters.class, ModelInfo.class, this::info)
                        .example(info("minilm", Optional.of(256))),
                embed("/embed", EMBED),
                embed("/", ROOT),
                Route.postHeaded(
                                "/rerank",
                                RERANK,
                                RequestForm.Values.ofBody(RerankRequest.class, body -> body),
                                TaskVectors.cutting(RankedText[].class),
                                this::rerank)
                        .example(
                                new RerankRequest("drawing graphs", List.of("Cooking rice", "Layouts of graphs")),
                                ranked));
    }

    private Route<EmbedRequest> embed(String path, RouteText text) {
        RequestForm.Values<EmbedRequest> form =
                RequestForm.Values.ofBody(EmbedRequest.class, body -> OtherForms.withoutTokens(body, "inputs"));
        return Route.postHeaded(path, text, form, TaskVectors.cutting(float[][].class), this::embed)
                .example(EmbedRequest.of("search", List.of("drawing large graphs")), new float[][] {{0.01f, -0.02f}});
    }

    private ModelInfo info(NoParameters none) {
        OptionalInt tokens = served.encoder().maxTokens();
        return info(served.encoder().name(), tokens.isPresent() ? Optional.of(tokens.getAsInt()) : Optional.empty());
    }

    private ModelInfo info(String model, Optional<Integer> tokens) {
        return new ModelInfo(model, tokens, limits.texts(), limits.requests(), true, version);
    }

    private Route.Headed<float[][]> embed(EmbedRequest request) {
        TaskVectors embedding = new TaskVectors(served.encoder());
        Task task = request.task().map(TaskVectors::task).orElse(Task.SEARCH);
        embedding.requireDimension(request.dimensions());
        List<SegmentedText> texts = TaskVectors.texts(request.inputs(), request.role());
        embedding.requireWords("inputs", texts);
        embedding.requireWhole("inputs", texts, request.truncate());
        float[][] vectors = served.encoder().encode(texts, task);
        return embedding.cut(request.normalize().orElse(true) ? TaskVectors.unit(vectors) : vectors, texts);
    }

    private Route.Headed<RankedText[]> rerank(RerankRequest request) {
        TaskVectors embedding = new TaskVectors(served.encoder());
        List<String> texts = request.texts();
        List<SegmentedText> read = TaskVectors.queryAndTexts(request.query(), texts, Task.SEARCH);
        List<SegmentedText> readTexts = read.subList(1, read.size());
        embedding.requireWords("query", read.getFirst());
        embedding.requireWords("texts", readTexts);
        embedding.requireWhole("texts", readTexts, request.truncate());
        double[] scores = embedding.cosines(read, Task.SEARCH);
        boolean withTexts = request.returnText().orElse(false);
        RankedText[] ranked = IntStream.range(0, texts.size())
                .mapToObj(index -> new RankedText(
                        index, scores[index], withTexts ? Optional.of(texts.get(index)) : Optional.empty()))
                .sorted(Comparator.comparingDouble(text -> -text.score()))
                .toArray(RankedText[]::new);
        return embedding.cut(ranked, read);
    }
}
