package io.github.scimult.exchange.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import io.github.scimult.core.storage.Json;
import io.github.scimult.core.text.PlainText;
import io.github.scimult.core.text.WellFormedText;
import io.github.scimult.exchange.citation.PublicationYear;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A paper from a JSON object, whatever its fields are called; what is not known stays in the metadata. */
final class JsonPaper {
    private static final List<String> AUTHORS =
            List.of("authors", "author", "author_names", "authorships", "author_full_names");
    private static final List<String> REFERENCES =
            List.of("references", "reference", "cites", "cite", "referenced_works");
    private static final List<String> VENUES = List.of(
            "venue",
            "journal",
            "container-title",
            "container_title",
            "source_title",
            "journal_name",
            "journal-ref",
            "primary_location",
            "booktitle");
    private static final List<String> YEARS = List.of(
            "year",
            "publication_year",
            "pub_year",
            "publicationDate",
            "publication_date",
            "published",
            "issued",
            "date",
            "update_date");
    private static final List<String> TEXTS =
            List.of("abstract", "text", "abstract_inverted_index", "summary", "abstract_note");
    private static final List<String> TITLES = List.of("title", "primary_title", "display_name");

    private JsonPaper() {}

    /**
     * The paper.
     *
     * @param id its id
     * @param leftOut fields that are no metadata of a paper, such as its id and labels
     */
    static Paper of(String id, JsonNode node, Set<String> leftOut) {
        JsonNode fields = withMetadata(node);
        Integer year = year(fields);
        String venue = first(fields, VENUES);
        List<String> authors = texts(fields, AUTHORS);
        PaperMetadata metadata = new PaperMetadata(
                year, venue, authors, texts(fields, REFERENCES), other(fields, leftOut, year, venue, authors));
        return new Paper(id, PlainText.singleSpaced(first(fields, TITLES)), first(fields, TEXTS), metadata);
    }

    /** BEIR's own layout keeps what else is known of a paper in an object of its own; what the record says itself stands. */
    private static JsonNode withMetadata(JsonNode node) {
        if (!(node instanceof ObjectNode object) || !node.path("metadata").isObject()) {
            return node;
        }
        ObjectNode flat = object.deepCopy();
        flat.remove("metadata");
        node.path("metadata").properties().forEach(field -> flat.putIfAbsent(field.getKey(), field.getValue()));
        return flat;
    }

    /** What was not understood stays as it is. */
    private static Map<String, Object> other(
            JsonNode node, Set<String> leftOut, Integer year, String venue, List<String> authors) {
        Map<String, Object> other = new LinkedHashMap<>();
        node.properties().forEach(field -> {
            String name = field.getKey();
            boolean used = TITLES.contains(name)
                    || TEXTS.contains(name)
                    || REFERENCES.contains(name)
                    || leftOut.contains(name)
                    || (VENUES.contains(name) && !venue.isEmpty())
                    || (YEARS.contains(name) && year != null)
                    || (AUTHORS.contains(name) && !authors.isEmpty());
            if (!used && !field.getValue().isNull()) {
                other.put(
                        name.equals("DOI") ? "doi" : name,
                        WellFormedText.ofAny(Json.MAPPER.convertValue(field.getValue(), Object.class)));
            }
        });
        return other;
    }

    /** A field as text, its markup stripped; of a list its first text; empty if it is missing or null. */
    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isArray()) {
            value = value.path(0);
        }
        return value.isValueNode() && !value.isNull()
                ? PlainText.of(WellFormedText.of(value.asText())).strip()
                : "";
    }

    private static String first(JsonNode node, List<String> names) {
        for (String name : names) {
            JsonNode value = node.path(name);
            String text = value.isObject() ? ofObject(name, value) : text(node, name);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    /** A journal as an object with its name, or OpenAlex's abstracts, which say of each word where it stands. */
    private static String ofObject(String name, JsonNode value) {
        if (!name.equals("abstract_inverted_index")) {
            JsonNode source = value.path("source").isObject() ? value.path("source") : value;
            return text(source, source.has("display_name") ? "display_name" : "name");
        }
        Map<Integer, String> words = new TreeMap<>();
        value.properties().forEach(word -> word.getValue().forEach(place -> words.put(place.asInt(), word.getKey())));
        return PlainText.of(WellFormedText.of(String.join(" ", words.values())));
    }

    private static Integer year(JsonNode node) {
        for (String name : YEARS) {
            JsonNode value = node.path(name);
            JsonNode date = value.path("date-parts").path(0).path(0); // CSL-JSON and Crossref
            Integer year = ofDate(date.isMissingNode() ? value : date);
            if (year != null) {
                return year;
            }
        }
        return null;
    }

    private static Integer ofDate(JsonNode value) {
        if (value.isNumber()) {
            return value.asDouble() >= 1000 && value.asDouble() < 3000 ? (Integer) value.asInt() : null;
        }
        return value.isTextual() ? PublicationYear.of(value.asText()) : null;
    }

    private static List<String> texts(JsonNode node, List<String> names) {
        List<String> texts = new ArrayList<>();
        for (String name : names) {
            if (texts.isEmpty()) {
                JsonNode value = node.path(name);
                if (value.isTextual()) {
                    texts.addAll(split(value.asText()));
                }
                value.forEach(each -> texts.add(each.isObject() ? name(each) : each.asText()));
                texts.replaceAll(text -> PlainText.of(WellFormedText.of(text)).strip());
                texts.removeIf(String::isEmpty);
            }
        }
        return texts;
    }

    /** Names in one text: between semicolons or "and"; between commas only if each part has two words, as "Smith, John" is one. */
    private static List<String> split(String text) {
        if (text.indexOf(';') >= 0) {
            return List.of(text.split(";"));
        }
        List<String> parts = Arrays.asList(text.split(",\\s*(?:and\\s+)?|\\s+and\\s+"));
        boolean areNames = parts.stream().allMatch(part -> part.strip().matches("\\S+\\s.*"));
        return areNames ? parts : List.of(text.split("\\s+and\\s+"));
    }

    /** A person by name or by parts of it, or another paper by one of its ids. */
    private static String name(JsonNode object) {
        JsonNode author = object.path("author").isObject() ? object.path("author") : object; // OpenAlex' authorships
        for (String field : List.of("name", "display_name", "literal", "paperId", "DOI", "corpusId", "_id", "id")) {
            if (!text(author, field).isEmpty()) {
                return text(author, field);
            }
        }
        String given = text(author, author.has("given") ? "given" : "first");
        String family = text(author, author.has("family") ? "family" : "last");
        return (given + " " + family).strip();
    }
}
