package io.github.scimult.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An operation of the API's description, as a client that knows nothing else sees it.
 *
 * @param document the whole description
 */
record DescribedRoute(JsonNode document, String path, String method, JsonNode operation) {

    /** All operations of a description, in its order. */
    static List<DescribedRoute> of(JsonNode document) {
        List<DescribedRoute> routes = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> routes.add(new DescribedRoute(
                                document, path.getKey(), operation.getKey(), operation.getValue()))));
        return routes;
    }

    /** What stands for JSON, or else for text, in a content. */
    private static JsonNode media(JsonNode content) {
        return content.elements().next();
    }

    JsonNode answer() {
        return media(operation.at("/responses/200/content"));
    }

    /** Whether it is answered by a status alone. */
    boolean answersNothing() {
        return operation.at("/responses").has("204");
    }

    String answerType() {
        return operation.at("/responses/200/content").fieldNames().next();
    }

    JsonNode problemSchema() {
        return media(operation.at("/responses/default/content")).get("schema");
    }

    boolean hasBody() {
        return operation.has("requestBody");
    }

    JsonNode body() {
        return media(operation.at("/requestBody/content"));
    }

    /** A request of the route's own examples. */
    HttpRequest example(ServedFixture served) {
        StringBuilder query = new StringBuilder();
        String address = path;
        for (JsonNode parameter : operation.get("parameters")) {
            if (parameter.has("example")) {
                JsonNode example = parameter.get("example");
                JsonNode first = example.isArray() ? example.get(0) : example;
                String value = URLEncoder.encode(first.asText(), StandardCharsets.UTF_8);
                String name = parameter.get("name").asText();
                address = address.replace("{" + name + "}", value);
                if (parameter.get("in").asText().equals("query")) {
                    query.append(query.isEmpty() ? '?' : '&')
                            .append(name)
                            .append('=')
                            .append(value);
                }
            }
        }
        HttpRequest.BodyPublisher body = hasBody()
                ? HttpRequest.BodyPublishers.ofString(body().get("example").toString())
                : HttpRequest.BodyPublishers.noBody();
        return served.request(address + query)
                .method(method.toUpperCase(Locale.ROOT), body)
                .build();
    }

    /** What in a value is not as a schema says, and what the schema does not name. */
    List<Error> violations(JsonNode schema, JsonNode value) {
        ObjectNode whole = document.deepCopy();
        whole.at("/components/schemas").forEach(part -> ((ObjectNode) part).put("additionalProperties", false));
        whole.setAll((ObjectNode) schema);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole)
                .validate(value);
    }
}
