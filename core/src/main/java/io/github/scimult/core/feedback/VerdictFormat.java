package io.github.scimult.core.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Json;
import io.github.scimult.core.task.Task;

/** Verdicts as JSON: {@code {"task", "query" or "paper", "answer", "useful"}}. */
public final class VerdictFormat {
    private static final String PAPER = "paper";
    private static final String QUERY = "query";

    private VerdictFormat() {}

    public static ObjectNode write(Verdict verdict) {
        return Json.MAPPER
                .createObjectNode()
                .put("task", verdict.task().name())
                .put(verdict.isOnPaper() ? PAPER : QUERY, verdict.asked())
                .put("answer", verdict.answer())
                .put("useful", verdict.useful());
    }

    /**
     * Reads a verdict.
     *
     * @throws BadDataException if something is missing
     * @throws IllegalArgumentException if a value is none of a verdict's
     */
    public static Verdict read(JsonNode json) {
        if (!json.has("useful")) {
            throw new BadDataException("a verdict says nothing of 'useful'");
        }
        return new Verdict(
                Task.parse(json.path("task").asText()),
                json.path(json.has(PAPER) ? PAPER : QUERY).asText(),
                json.path("answer").asText(),
                json.path("useful").asBoolean());
    }
}
