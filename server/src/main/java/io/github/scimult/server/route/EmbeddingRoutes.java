package io.github.scimult.server.route;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.server.http.NoParameters;
import io.github.scimult.server.http.ProblemException;
import io.github.scimult.server.http.Route;
import io.github.scimult.server.http.RouteText;
import io.github.scimult.server.library.ServedLibrary;
import io.github.scimult.server.message.EmbedRequest;
import io.github.scimult.server.message.EmbeddingsAnswer;
import io.github.scimult.server.message.EmbeddingsAnswer.Embedding;
import io.github.scimult.server.message.EmbeddingsRequest;
import io.github.scimult.server.message.ModelList;
import io.github.scimult.server.message.RankedText;
import io.github.scimult.server.message.RerankRequest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Embeddings and reranking in the shapes of OpenAI's API and of text-embeddings-inference. Which task a vector is for, its
 * {@code model} says: search, link or classification.
 */
public record EmbeddingRoutes(ServedLibrary served) {
    private static final List<Task> TASKS = List.of(Task.SEARCH, Task.LINK, Task.CLASSIFICATION);

    private static final RouteText MODELS = new RouteText(
            "listModels", "List the tasks", "The tasks that texts can be embedded for, as OpenAI's API lists models.");
    private static final RouteText OPEN_AI = new RouteText(
            "createEmbeddings",
            "Embed texts, as OpenAI's API",
            "'model' is the task: search, link or classification. Vectors are of length 1.");
    private static final RouteText EMBED = new RouteText("embed", "Embed texts, as text-embeddings-inference");
    private static final RouteText RERANK = new RouteText(
            "rerank",
            "Order texts by a query, as text-embeddings-inference",
            "Scores are cosines of search vectors, the greatest first.");

    /** The routes. */
    public List<Route<?>> routes() {
        float[] vector = {0.01f, -0.02f};
        EmbeddingsAnswer embeddings = new EmbeddingsAnswer(
                "list",
                "search",
                List.of(new Embedding("embedding", 0, new EmbeddingsAnswer.Numbers(vector))),
                new EmbeddingsAnswer.Usage(5, 5));
        RankedText[] ranked = {new RankedText(1, 0.71, Optional.empty()), new RankedText(0, 0.08, Optional.empty())};
        return List.of(
                Route.get("/v1/models", MODELS, NoParameters.class, ModelList.class, this::models)
                        .example(new ModelList("list", List.of(model(Task.SEARCH)))),
                Route.post("/v1/embeddings", OPEN_AI, EmbeddingsRequest.class, EmbeddingsAnswer.class, this::openAi)
                        .example(new EmbeddingsRequest("search", List.of("drawing large graphs")), embeddings),
                Route.post("/embed", EMBED, EmbedRequest.class, float[][].class, this::embed)
                        .example(
                                new EmbedRequest(
                                        List.of("drawing large graphs"), Optional.of("search"), Optional.empty()),
                                new float[][] {vector}),
                Route.post("/rerank", RERANK, RerankRequest.class, RankedText[].class, this::rerank)
                        .example(
                                new RerankRequest(
                                        "drawing graphs",
                                        List.of("Cooking rice", "Layouts of graphs"),
                                        Optional.empty()),
                                ranked));
    }

    private ModelList models(NoParameters none) {
        return new ModelList("list", TASKS.stream().map(EmbeddingRoutes::model).toList());
    }

    private static ModelList.Model model(Task task) {
        return new ModelList.Model(task.name(), "model", 0, "scimult");
    }

    private EmbeddingsAnswer openAi(EmbeddingsRequest request) {
        Task task = task(request.model());
        if (request.dimensions().isPresent()
                && request.dimensions().get() != served.encoder().dimension()) {
            throw ProblemException.wrong(
                    "'dimensions' can only be " + served.encoder().dimension() + ", as the model's vectors are");
        }
        List<SegmentedText> texts = texts(request.input());
        float[][] vectors = unit(served.encoder().encode(texts, task));
        boolean packed = request.encodingFormat().equals(Optional.of(EmbeddingsRequest.Encoding.BASE64));
        List<Embedding> data = IntStream.range(0, vectors.length)
                .mapToObj(index -> new Embedding(
                        "embedding",
                        index,
                        packed ? base64(vectors[index]) : new EmbeddingsAnswer.Numbers(vectors[index])))
                .toList();
        long tokens = served.encoder().tokens(texts);
        return new EmbeddingsAnswer("list", task.name(), data, new EmbeddingsAnswer.Usage(tokens, tokens));
    }

    private float[][] embed(EmbedRequest request) {
        Task task = request.model().map(EmbeddingRoutes::task).orElse(Task.SEARCH);
        float[][] vectors = served.encoder().encode(texts(request.inputs()), task);
        return request.normalize().orElse(true) ? unit(vectors) : vectors;
    }

    private RankedText[] rerank(RerankRequest request) {
        List<String> texts = request.texts();
        List<String> all = new ArrayList<>(texts);
        all.add(request.query());
        float[][] vectors = unit(served.encoder().encode(texts(all), Task.SEARCH));
        boolean withTexts = request.returnText().orElse(false);
        return IntStream.range(0, texts.size())
                .mapToObj(index -> new RankedText(
                        index,
                        product(vectors[index], vectors[texts.size()]),
                        withTexts ? Optional.of(texts.get(index)) : Optional.empty()))
                .sorted(Comparator.comparingDouble(ranked -> -ranked.score()))
                .toArray(RankedText[]::new);
    }

    private static Task task(String name) {
        return TASKS.stream()
                .filter(task -> task.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.missing(
                        "there is no model '" + name + "': it is the task, one of search, link and classification"));
    }

    private static List<SegmentedText> texts(List<String> texts) {
        return texts.stream().map(SegmentedText::of).toList();
    }

    private static float[][] unit(float[][] vectors) {
        return Arrays.stream(vectors).map(Similarity::unit).toArray(float[][]::new);
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }

    /** The numbers' bytes, little-endian, as OpenAI's clients ask for them. */
    private static EmbeddingsAnswer.Base64Bytes base64(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return new EmbeddingsAnswer.Base64Bytes(Base64.getEncoder().encodeToString(bytes.array()));
    }
}
