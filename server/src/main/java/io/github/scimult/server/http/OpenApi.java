package io.github.scimult.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** The routes as an OpenAPI 3.1 document. */
public final class OpenApi {
    private OpenApi() {}

    /** @param version of the program */
    public static ObjectNode of(List<Route> routes, String version) {
        ObjectNode document = JsonBody.object().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "SciMult")
                .put("version", version)
                .put("summary", "Tag, cite and search a collection of scientific papers.");
        ObjectNode paths = document.putObject("paths");
        for (Route route : routes) {
            ObjectNode path =
                    paths.has(route.path()) ? (ObjectNode) paths.get(route.path()) : paths.putObject(route.path());
            path.set(route.method().name().toLowerCase(Locale.ROOT), operation(route));
        }
        document.putObject("components").putObject("schemas").set("Problem", problem());
        return document;
    }

    private static ObjectNode operation(Route route) {
        ObjectNode operation = JsonBody.object().put("summary", route.summary());
        if (!route.description().isEmpty()) {
            operation.put("description", route.description());
        }
        ArrayNode parameters = operation.putArray("parameters");
        for (Route.Parameter parameter : route.parameters()) {
            parameters
                    .addObject()
                    .put("name", parameter.name())
                    .put("in", parameter.place())
                    .put("required", parameter.place().equals("path"))
                    .put("description", parameter.description())
                    .putObject("schema")
                    .put("type", parameter.type());
        }
        if (route.bodyExample() != null) {
            operation
                    .putObject("requestBody")
                    .put("required", true)
                    .putObject("content")
                    .set("application/json", example(route.bodyExample()));
        }
        ObjectNode responses = operation.putObject("responses");
        ObjectNode good = responses.putObject("200").put("description", "The answer.");
        if (route.answerExample() != null) {
            good.putObject("content").set("application/json", example(route.answerExample()));
        }
        ObjectNode bad = responses.putObject("default").put("description", "A problem, as RFC 9457 has it.");
        bad.putObject("content")
                .putObject(Problem.CONTENT_TYPE)
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
        return operation;
    }

    /** An example with the schema that it shows. */
    private static ObjectNode example(String json) {
        JsonNode value = JsonBody.parse(json);
        ObjectNode media = JsonBody.object();
        media.set("schema", schema(value));
        media.set("example", value);
        return media;
    }

    private static ObjectNode schema(JsonNode value) {
        ObjectNode schema = JsonBody.object();
        switch (value.getNodeType()) {
            case OBJECT -> {
                schema.put("type", "object");
                ObjectNode properties = schema.putObject("properties");
                value.properties().forEach(field -> properties.set(field.getKey(), schema(field.getValue())));
            }
            case ARRAY -> {
                schema.put("type", "array");
                schema.set("items", value.isEmpty() ? JsonBody.object() : schema(value.get(0)));
            }
            case NUMBER -> schema.put("type", value.isIntegralNumber() ? "integer" : "number");
            case BOOLEAN -> schema.put("type", "boolean");
            default -> schema.put("type", "string");
        }
        return schema;
    }

    private static ObjectNode problem() {
        ObjectNode schema = JsonBody.object().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (String name : List.of("type", "title", "detail", "instance")) {
            properties.putObject(name).put("type", "string");
        }
        properties.putObject("status").put("type", "integer");
        return schema;
    }
}
