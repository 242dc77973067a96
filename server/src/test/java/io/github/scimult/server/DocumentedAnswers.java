package io.github.scimult.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.scimult.server.ServedFixture.Answer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Holds a server's answers against its API's description: status, media type, and JSON down to the last field. What the description has
 * no route for may be a page's file, or a problem.
 */
final class DocumentedAnswers {
    private static final String PROBLEM = "application/problem+json";

    private final JsonNode document;
    private final ObjectNode closed;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /** @param document the API's description */
    DocumentedAnswers(JsonNode document) {
        this.document = document;
        this.closed = document.deepCopy();
        closed.at("/components/schemas").forEach(part -> ((ObjectNode) part).put("additionalProperties", false));
    }

    /** Fails unless an answer is as the description says. */
    void check(HttpRequest request, Answer answer) throws IOException {
        String name = request.method() + " " + request.uri() + " answers " + answer.status() + " " + answer.type();
        Optional<String> operation = operation(request);
        if (operation.isEmpty()) {
            checkUndescribed(name, answer);
            return;
        }
        String responses = operation.get() + "/responses/";
        String status = document.at(responses + answer.status()).isMissingNode() ? "default" : "" + answer.status();
        if (answer.status() == 204) {
            assertThat(status).as(name).isEqualTo("204");
            assertThat(answer.body()).as(name).isEmpty();
            return;
        }
        String media = answer.type().replaceFirst(";.*", "");
        String content = responses + status + "/content/" + step(media);
        assertThat(document.at(content).isMissingNode())
                .as(name + ", which is not described")
                .isFalse();
        validate(name, content + "/schema", answer);
    }

    private void checkUndescribed(String name, Answer answer) throws IOException {
        if (answer.status() >= 400) {
            assertThat(answer.type()).as(name).startsWith(PROBLEM);
            validate(name, "/components/schemas/Problem", answer);
        }
    }

    private void validate(String name, String schema, Answer answer) throws IOException {
        JsonNode value =
                answer.type().contains("json") ? answer.json() : JsonNodeFactory.instance.textNode(answer.body());
        assertThat(schemas.computeIfAbsent(schema, this::compiled).validate(value))
                .as(name + ": " + answer.body())
                .isEmpty();
    }

    private Schema compiled(String pointer) {
        ObjectNode whole = closed.deepCopy();
        whole.setAll((ObjectNode) closed.at(pointer));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole);
    }

    /** Where the description has what was asked for. */
    private Optional<String> operation(HttpRequest request) {
        String method = request.method().toLowerCase(Locale.ROOT);
        return document.get("paths").properties().stream()
                .filter(path -> path.getValue().has(method))
                .map(Map.Entry::getKey)
                .filter(path -> Pattern.matches(
                        path.replaceAll("\\{[^}]*}", "[^/]*"), request.uri().getRawPath()))
                .map(path -> "/paths/" + step(path) + "/" + method)
                .findFirst();
    }

    private static String step(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
