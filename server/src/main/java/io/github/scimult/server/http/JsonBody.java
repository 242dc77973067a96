package io.github.scimult.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.storage.Json;

/** The JSON in a request's body. */
final class JsonBody {
    private JsonBody() {}

    /**
     * Parses.
     *
     * @throws ProblemException if it is no JSON
     */
    static JsonNode parse(String text) {
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
}
