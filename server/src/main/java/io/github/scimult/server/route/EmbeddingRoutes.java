package io.github.scimult.server.route;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.server.http.JsonBody;
import io.github.scimult.server.http.Limits;
import io.github.scimult.server.http.ProblemException;
import io.github.scimult.server.http.RequestParameters;
import io.github.scimult.server.http.Route;
import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Embeddings and reranking in the shapes of OpenAI's API and of text-embeddings-inference. Which task a vector is for, its
 * {@code model} says: search, link or classification.
 */
public record EmbeddingRoutes(TextEncoder encoder, Limits limits) {
    private static final List<Task> TASKS = List.of(Task.SEARCH, Task.LINK, Task.CLASSIFICATION);

    /** All of them. */
    public List<Route> routes() {
        return List.of(
                Route.get("/v1/models", "List the tasks", this::models)
                        .saying("The tasks that texts can be embedded for, as OpenAI's API lists models.")
                        .answer(
                                "{\"object\": \"list\", \"data\": [{\"id\": \"search\", \"object\": \"model\", \"created\": 0, "
                                        + "\"owned_by\": \"scimult\"}]}"),
                Route.post("/v1/embeddings", "Embed texts, as OpenAI's API", this::openAi)
                        .saying("'model' is the task: search, link or classification. Vectors are of length 1.")
                        .body("{\"model\": \"search\", \"input\": [\"drawing large graphs\"]}")
                        .answer("{\"object\": \"list\", \"model\": \"search\", \"data\": [{\"object\": \"embedding\", "
                                + "\"index\": 0, \"embedding\": [0.01, -0.02]}], \"usage\": {\"prompt_tokens\": 5, "
                                + "\"total_tokens\": 5}}"),
                Route.post("/embed", "Embed texts, as text-embeddings-inference", this::embed)
                        .saying("'model' is the task; search if not given. 'normalize' is true if not given.")
                        .body("{\"inputs\": [\"drawing large graphs\"], \"model\": \"search\"}")
                        .answer("[[0.01, -0.02]]"),
                Route.post("/rerank", "Order texts by a query, as text-embeddings-inference", this::rerank)
                        .saying("Scores are cosines of search vectors, the greatest first.")
                        .body("{\"query\": \"drawing graphs\", \"texts\": [\"Cooking rice\", \"Layouts of graphs\"]}")
                        .answer("[{\"index\": 1, \"score\": 0.71}, {\"index\": 0, \"score\": 0.08}]"));
    }

    private void models(Context context) {
        ObjectNode json = JsonBody.object().put("object", "list");
        ArrayNode data = json.putArray("data");
        for (Task task : TASKS) {
            data.addObject()
                    .put("id", task.name())
                    .put("object", "model")
                    .put("created", 0)
                    .put("owned_by", "scimult");
        }
        JsonBody.answer(context, json);
    }

    private void openAi(Context context) {
        RequestParameters fields = RequestParameters.ofBody(context, limits);
        Task task = task(fields.required("model"));
        String encoding = fields.has("encoding_format") ? fields.required("encoding_format") : "float";
        if (!encoding.equals("float") && !encoding.equals("base64")) {
            throw ProblemException.wrong("'encoding_format' is float or base64, not '" + encoding + "'");
        }
        Integer dimensions = fields.integer("dimensions", 1, Integer.MAX_VALUE);
        if (dimensions != null && dimensions != encoder.dimension()) {
            throw ProblemException.wrong(
                    "'dimensions' can only be " + encoder.dimension() + ", as the model's vectors are");
        }
        List<SegmentedText> texts = texts(given(fields, "input"));
        float[][] vectors = unit(encoder.encode(texts, task));
        ObjectNode json = JsonBody.object().put("object", "list").put("model", task.name());
        ArrayNode data = json.putArray("data");
        for (int index = 0; index < vectors.length; index++) {
            ObjectNode one = data.addObject().put("object", "embedding").put("index", index);
            if (encoding.equals("base64")) {
                one.put("embedding", base64(vectors[index]));
            } else {
                one.set("embedding", JsonBody.tree(vectors[index]));
            }
        }
        long tokens = encoder.tokens(texts);
        json.putObject("usage").put("prompt_tokens", tokens).put("total_tokens", tokens);
        JsonBody.answer(context, json);
    }

    private void embed(Context context) {
        RequestParameters fields = RequestParameters.ofBody(context, limits);
        Task task = fields.has("model") ? task(fields.required("model")) : Task.SEARCH;
        float[][] vectors = encoder.encode(texts(given(fields, "inputs")), task);
        JsonBody.answer(context, JsonBody.tree(fields.flag("normalize", true) ? unit(vectors) : vectors));
    }

    private void rerank(Context context) {
        RequestParameters fields = RequestParameters.ofBody(context, limits);
        String query = fields.required("query");
        List<String> texts = given(fields, "texts");
        boolean withTexts = fields.flag("return_text", false);
        List<String> all = new ArrayList<>(texts);
        all.add(query);
        float[][] vectors = unit(encoder.encode(texts(all), Task.SEARCH));
        double[] scores = IntStream.range(0, texts.size())
                .mapToDouble(index -> product(vectors[index], vectors[texts.size()]))
                .toArray();
        ArrayNode json = JsonBody.array();
        IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(index -> -scores[index]))
                .forEach(index -> {
                    ObjectNode one = json.addObject().put("index", index).put("score", scores[index]);
                    if (withTexts) {
                        one.put("text", texts.get(index));
                    }
                });
        JsonBody.answer(context, json);
    }

    private static Task task(String name) {
        return TASKS.stream()
                .filter(task -> task.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.missing(
                        "there is no model '" + name + "': it is the task, one of search, link and classification"));
    }

    private static List<String> given(RequestParameters fields, String name) {
        List<String> texts = fields.texts(name);
        if (texts.isEmpty()) {
            throw ProblemException.wrong("'" + name + "' is missing: a text, or a list of texts");
        }
        return texts;
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
    private static String base64(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
