package io.github.scimult.exchange.annif;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.core.storage.Json;
import io.github.scimult.exchange.vocabulary.VocabularyTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A document with the subjects that people assigned to it.
 *
 * @param line where it begins in its file, from 1
 * @param id as the corpus has it; empty if it has none
 * @param text may be empty
 * @param metadata what else is known of it, by the corpus' own names, such as {@code title}
 */
public record AnnifDocument(long line, String id, String text, Map<String, String> metadata, List<Subject> subjects) {
    /**
     * A subject by its URI, its label, or both.
     *
     * @param uri empty if the label alone is given
     * @param label empty if the URI alone is given
     */
    public record Subject(String uri, String label) {
        /** What names it in messages. */
        public String text() {
            return uri.isEmpty() ? "'" + label + "'" : "<" + uri + ">";
        }
    }

    /** An id that this title and text always get. */
    public String idByText() {
        return DocumentText.idOf(metadata.getOrDefault("title", "") + " " + text);
    }

    /** The title and text as a paper has them, with the metadata beside. */
    public ObjectNode paper() {
        ObjectNode paper = Json.MAPPER.createObjectNode();
        metadata.forEach(paper::put);
        if (metadata.getOrDefault("title", "").isBlank()) {
            DocumentText parts = DocumentText.of(text);
            paper.put("title", parts.title());
            putText(paper, parts.text());
        } else {
            putText(paper, text);
        }
        return paper;
    }

    /** An abstract in the metadata comes before the full text. */
    private void putText(ObjectNode paper, String body) {
        String summary = metadata.getOrDefault("abstract", "");
        boolean both = !summary.isBlank() && !body.contains(summary.strip());
        paper.put("abstract", both ? (summary.strip() + "\n\n" + body).strip() : body);
    }

    /** The subjects of URIs between spaces. */
    static List<Subject> ofUris(String uris) {
        return Arrays.stream(uris.strip().split("\\s+"))
                .filter(uri -> !uri.isEmpty())
                .map(uri -> new Subject(VocabularyTable.bare(uri), ""))
                .toList();
    }

    /** The subjects of a file of them: a label or {@code <uri>} a line, and a label behind the latter if it has one. */
    static List<Subject> ofLines(String lines) {
        List<Subject> subjects = new ArrayList<>();
        for (String line : lines.split("\n")) {
            String uri = "";
            String label = "";
            for (String field : line.strip().split("\t")) {
                boolean isUri = field.strip().startsWith("<") && field.strip().endsWith(">");
                uri = isUri && uri.isEmpty() ? VocabularyTable.bare(field) : uri;
                label = !isUri && label.isEmpty() ? field.strip() : label;
            }
            if (!uri.isEmpty() || !label.isEmpty()) {
                subjects.add(new Subject(uri, label));
            }
        }
        return subjects;
    }

    /** The subjects of a JSON object. */
    static List<Subject> ofJson(JsonNode subjects) {
        List<Subject> list = new ArrayList<>();
        for (JsonNode each : subjects) {
            Subject subject = new Subject(
                    each.path("uri").asText("").strip(),
                    each.path("label").asText("").strip());
            if (!subject.uri().isEmpty() || !subject.label().isEmpty()) {
                list.add(subject);
            }
        }
        return list;
    }
}
