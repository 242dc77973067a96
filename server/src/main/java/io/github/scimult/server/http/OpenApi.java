package io.github.scimult.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.core.configuration.ConfigurationWriter;
import io.github.scimult.core.configuration.RecordBinder;
import io.github.scimult.core.storage.Json;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;

/** Describes routes as an OpenAPI 3.1 document, with schemas generated from the records that the routes read and write. */
public final class OpenApi {
    private static final String SCHEME = "key";

    private final ObjectNode document = Json.MAPPER.createObjectNode().put("openapi", "3.1.0");
    private final Schemas schemas;

    private OpenApi(Limits limits) {
        this.schemas = new Schemas(Json.MAPPER.createObjectNode(), limits);
    }

    /**
     * Describes routes.
     *
     * @param version of the program
     * @param limits that the schemas state
     * @param needsKey whether requests need a key
     */
    public static ObjectNode of(List<? extends Route<?>> routes, String version, Limits limits, boolean needsKey) {
        return new OpenApi(limits).describe(routes, version, needsKey);
    }

    private ObjectNode describe(List<? extends Route<?>> routes, String version, boolean needsKey) {
        document.putObject("info")
                .put("title", "SciMult")
                .put("version", version)
                .put("summary", "Tag, cite and search a collection of scientific papers.");
        ObjectNode paths = document.putObject("paths");
        for (Route<?> route : routes) {
            ObjectNode operation = operation(route);
            if (needsKey && route.isService()) {
                operation.putArray("security");
            }
            paths.withObjectProperty(route.path()).set(route.method().name().toLowerCase(Locale.ROOT), operation);
        }
        ObjectNode components = document.putObject("components");
        components.set("schemas", schemas.components());
        if (needsKey) {
            components
                    .putObject("securitySchemes")
                    .putObject(SCHEME)
                    .put("type", "http")
                    .put("scheme", "bearer");
            document.putArray("security").addObject().putArray(SCHEME);
        }
        return document;
    }

    private ObjectNode operation(Route<?> route) {
        ObjectNode operation = Json.MAPPER.createObjectNode();
        operation
                .put("operationId", route.text().operation())
                .put("summary", route.text().summary());
        operation.putArray("tags").add(tag(route.path()));
        if (!route.text().description().isEmpty()) {
            operation.put("description", route.text().description());
        }
        operation.set("parameters", parameters(route));
        if (route.form().hasBody()) {
            body(route, operation.putObject("requestBody").put("required", true).putObject("content"));
        }
        ObjectNode responses = operation.putObject("responses");
        if (route.answer().isNothing()) {
            responses.putObject("204").put("description", "It is done.");
        } else {
            ObjectNode success = responses.putObject("200").put("description", "The answer.");
            route.answer()
                    .headers()
                    .forEach((name, meaning) -> success.withObjectProperty("headers")
                            .putObject(name)
                            .put("description", meaning)
                            .putObject("schema")
                            .put("type", "string"));
            answer(route, success.putObject("content"));
        }
        responses
                .putObject("default")
                .put("description", "A problem, as RFC 9457 has it.")
                .putObject("content")
                .putObject(Problem.CONTENT_TYPE)
                .set("schema", schemas.ofAnswer(ForeignProblem.typeAt(route.path())));
        return operation;
    }

    private void answer(Route<?> route, ObjectNode content) {
        for (String mediaType : route.answer().mediaTypes()) {
            content.putObject(mediaType)
                    .set("schema", route.answer().type().map(schemas::ofAnswer).orElseGet(() -> raw(mediaType)));
        }
        ObjectNode first =
                content.withObjectProperty(route.answer().mediaTypes().getFirst());
        route.example().answer().ifPresent(answer -> first.set("example", Json.MAPPER.valueToTree(answer)));
    }

    /** What is text already: a string, or values that another format's rules describe. */
    private static ObjectNode raw(String mediaType) {
        ObjectNode schema = Json.MAPPER.createObjectNode();
        return mediaType.endsWith("+json") ? schema : schema.put("type", "string");
    }

    /** The group of a path; generated clients make a class of each. */
    private static String tag(String path) {
        if (ForeignProblem.isOfAnnif(path)) {
            return "Annif";
        }
        String[] steps = path.substring(1).split("/", -1);
        return switch (steps[0].equals("api") ? steps[1] : steps[0]) {
            case "search", "suggest", "tag", "cite" -> "Search";
            case "papers", "citations", "map" -> "Papers";
            case "labels" -> "Labels";
            case "feedback" -> "Feedback";
            case "reports" -> "Reports";
            case "", "v1", "v2", "embed", "rerank", "info" -> "Embeddings";
            default -> "Service";
        };
    }

    private void body(Route<?> route, ObjectNode content) {
        ObjectNode media = content.putObject(AnswerForm.JSON);
        ObjectNode schema = schemas.ofRequest(route.form().type());
        media.set("schema", isList(route) ? list(schema) : schema);
        if (route.form() instanceof RequestForm.Values<?> values && values.fromPages()) {
            content.putObject(RequestForm.Values.FORM).set("schema", schema);
        }
        route.example()
                .request()
                .map(OpenApi::givenInBody)
                .ifPresent(example -> media.set("example", isList(route) ? listOf(example) : example));
    }

    /** The values of a request that are not empty. */
    private static JsonNode given(Record request) {
        ObjectNode given = (ObjectNode) ConfigurationWriter.toJsonNode(request);
        given.properties()
                .removeIf(entry -> entry.getValue().isNull()
                        || (entry.getValue().isArray() && entry.getValue().isEmpty()));
        return given;
    }

    private static JsonNode givenInBody(Record request) {
        ObjectNode given = (ObjectNode) given(request);
        for (RecordComponent component : request.getClass().getRecordComponents()) {
            if (component.isAnnotationPresent(InAddress.class)) {
                given.remove(RecordBinder.nameOf(component));
            }
        }
        return given;
    }

    private static boolean isList(Route<?> route) {
        return route.form() instanceof RequestForm.Lines;
    }

    private static ArrayNode listOf(JsonNode one) {
        return Json.MAPPER.createArrayNode().add(one);
    }

    /** A list alone, though one record may stand without it: a choice between both is more than generators of clients can do. */
    private ObjectNode list(ObjectNode item) {
        ObjectNode list = Json.MAPPER.createObjectNode().put("type", "array");
        return list.put("minItems", 1).put("maxItems", schemas.limits().texts()).set("items", item);
    }

    /** The parameters in the path, and in the query: for a request with a body, those that are not in it. */
    private ArrayNode parameters(Route<?> route) {
        ArrayNode parameters = Json.MAPPER.createArrayNode();
        for (RecordComponent component : route.form().type().getRecordComponents()) {
            String name = RecordBinder.nameOf(component);
            boolean inPath = route.path().contains("{" + name + "}");
            if (!inPath && route.form().hasBody() && !component.isAnnotationPresent(InAddress.class)) {
                continue;
            }
            ObjectNode parameter = parameters.addObject().put("name", name).put("in", inPath ? "path" : "query");
            parameter.put("required", inPath || !Schemas.mayBeAbsent(component, true));
            Schemas.description(component).ifPresent(text -> parameter.put("description", text));
            parameter.set("schema", schemas.ofRequestPart(component));
            route.example()
                    .request()
                    .map(request -> given(request).path(name))
                    .filter(value -> !value.isMissingNode())
                    .ifPresent(value -> parameter.set("example", value));
        }
        return parameters;
    }
}
