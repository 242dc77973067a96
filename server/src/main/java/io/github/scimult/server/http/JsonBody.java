package io.github.scimult.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.core.storage.Json;
import io.javalin.http.Context;

/** JSON as all routes read and write it. */
public final class JsonBody {
    private JsonBody() {}

    public static ObjectNode object() {
        return Json.UNTRUSTED.createObjectNode();
    }

    public static ArrayNode array() {
        return Json.UNTRUSTED.createArrayNode();
    }

    /** A record, list or map as JSON's tree. */
    public static JsonNode tree(Object value) {
        return Json.UNTRUSTED.valueToTree(value);
    }

    /**
     * Parses.
     *
     * @throws ProblemException if it is no JSON
     */
    public static JsonNode parse(String text) {
        try {
            JsonNode parsed = Json.UNTRUSTED.readTree(text);
            if (parsed.isMissingNode()) {
                throw ProblemException.wrong("the body is empty; JSON is expected");
            }
            return parsed;
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw ProblemException.wrong("the body is no JSON" + where + ": " + e.getOriginalMessage());
        }
    }

    static String text(JsonNode node) {
        return Json.line(node);
    }

    /** Answers with JSON. */
    public static void answer(Context context, JsonNode body) {
        context.contentType("application/json");
        context.result(text(body));
    }
}
