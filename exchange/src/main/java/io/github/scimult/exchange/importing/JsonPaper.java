package io.github.scimult.exchange.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import io.github.scimult.core.storage.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A paper from a JSON object, whatever its fields are called; what is not known stays in the metadata. */
final class JsonPaper {
    private static final List<String> AUTHORS = List.of("authors", "author", "author_names");
    private static final List<String> REFERENCES = List.of("references", "reference", "cites", "cite");
    private static final Set<String> KNOWN = Set.of("title", "abstract", "text", "year", "venue");

    private JsonPaper() {}

    /**
     * The paper.
     *
     * @param id its id
     * @param leftOut fields that are no metadata of a paper, such as its id and labels
     */
    static Paper of(String id, JsonNode node, Set<String> leftOut) {
        Map<String, Object> other = new LinkedHashMap<>();
        node.properties().forEach(field -> {
            String name = field.getKey();
            boolean used = KNOWN.contains(name)
                    || AUTHORS.contains(name)
                    || REFERENCES.contains(name)
                    || leftOut.contains(name);
            if (!used) {
                other.put(name, Json.MAPPER.convertValue(field.getValue(), Object.class));
            }
        });
        String text = node.hasNonNull("abstract") ? text(node, "abstract") : text(node, "text");
        return new Paper(
                id,
                text(node, "title"),
                text,
                new PaperMetadata(
                        year(node), text(node, "venue"), texts(node, AUTHORS), texts(node, REFERENCES), other));
    }

    /** A field as text; empty if it is missing or null. */
    static String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.path(field).asText().strip() : "";
    }

    private static Integer year(JsonNode node) {
        JsonNode year = node.path("year");
        double value = year.isNumber() || year.isTextual() ? year.asDouble(0) : 0;
        return value >= 1000 && value < 3000 ? (int) value : null;
    }

    private static List<String> texts(JsonNode node, List<String> names) {
        List<String> texts = new ArrayList<>();
        for (String name : names) {
            if (texts.isEmpty()) {
                node.path(name)
                        .forEach(value ->
                                texts.add(value.isObject() ? value.path("name").asText() : value.asText()));
            }
        }
        texts.removeIf(String::isBlank);
        return texts;
    }
}
