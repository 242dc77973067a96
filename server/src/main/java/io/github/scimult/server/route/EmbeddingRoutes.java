package io.github.scimult.server.route;

import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.server.http.NoParameters;
import io.github.scimult.server.http.RequestForm;
import io.github.scimult.server.http.Route;
import io.github.scimult.server.http.RouteText;
import io.github.scimult.server.library.ServedLibrary;
import io.github.scimult.server.message.embedding.EmbeddingsAnswer;
import io.github.scimult.server.message.embedding.EmbeddingsAnswer.Embedding;
import io.github.scimult.server.message.embedding.EmbeddingsRequest;
import io.github.scimult.server.message.embedding.ModelList;
import io.github.scimult.server.message.embedding.ModelName;
import io.github.scimult.server.message.embedding.Usage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Embeddings in the shapes of OpenAI's API. Which task a vector is for, its {@code model} says: search, link or classification.
 */
public record EmbeddingRoutes(ServedLibrary served) {
    private static final RouteText MODELS = new RouteText(
            "listModels", "List the tasks", "The tasks that texts can be embedded for, as OpenAI's API lists models.");
    private static final RouteText MODEL = new RouteText("readModel", "Read a task, as OpenAI's API does a model");
    private static final RouteText EMBEDDINGS = new RouteText(
            "createEmbeddings",
            "Embed texts, as OpenAI's API",
            "'model' is the task: search, link or classification. Vectors are of length 1. Texts that are longer than the model reads "
                    + "are cut. Empty texts, and token ids instead of texts, are refused.");

    /** The routes. */
    public List<Route<?>> routes() {
        float[] vector = {0.01f, -0.02f};
        EmbeddingsAnswer embeddings = new EmbeddingsAnswer(
                "list",
                "search",
                List.of(new Embedding("embedding", 0, new EmbeddingsAnswer.Numbers(vector))),
                Usage.of(5));
        RequestForm.Values<EmbeddingsRequest> form =
                RequestForm.Values.ofBody(EmbeddingsRequest.class, body -> OtherForms.withoutTokens(body, "input"));
        return List.of(
                Route.get("/v1/models", MODELS, NoParameters.class, ModelList.class, this::models)
                        .example(new ModelList("list", List.of(model(Task.SEARCH)))),
                Route.get(
                                "/v1/models/{id}",
                                MODEL,
                                ModelName.class,
                                ModelList.Model.class,
                                request -> model(TaskVectors.task(request.id())))
                        .example(new ModelName("search"), model(Task.SEARCH)),
                Route.postHeaded(
                                "/v1/embeddings",
                                EMBEDDINGS,
                                form,
                                TaskVectors.cutting(EmbeddingsAnswer.class),
                                this::embeddings)
                        .example(new EmbeddingsRequest("search", List.of("drawing large graphs")), embeddings));
    }

    private ModelList models(NoParameters none) {
        return new ModelList(
                "list", TaskVectors.TASKS.stream().map(EmbeddingRoutes::model).toList());
    }

    private static ModelList.Model model(Task task) {
        return new ModelList.Model(task.name(), "model", 0, "scimult");
    }

    private Route.Headed<EmbeddingsAnswer> embeddings(EmbeddingsRequest request) {
        TaskVectors embedding = new TaskVectors(served.encoder());
        Task task = TaskVectors.task(request.model());
        embedding.requireDimension(request.dimensions());
        List<SegmentedText> texts = TaskVectors.texts(request.input(), request.role());
        embedding.requireWords("input", texts);
        float[][] vectors = TaskVectors.unit(served.encoder().encode(texts, task));
        boolean packed = request.encodingFormat().equals(Optional.of(EmbeddingsRequest.Encoding.BASE64));
        List<Embedding> data = IntStream.range(0, vectors.length)
                .mapToObj(index -> new Embedding(
                        "embedding",
                        index,
                        packed ? base64(vectors[index]) : new EmbeddingsAnswer.Numbers(vectors[index])))
                .toList();
        Usage usage = Usage.of(served.encoder().tokens(texts));
        return embedding.cut(new EmbeddingsAnswer("list", task.name(), data, usage), texts);
    }

    /** The numbers' bytes, little-endian, as OpenAI's clients ask for them. */
    private static EmbeddingsAnswer.Base64Bytes base64(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return new EmbeddingsAnswer.Base64Bytes(Base64.getEncoder().encodeToString(bytes.array()));
    }
}
