package io.github.scimult.evaluation.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Json;
import io.github.scimult.core.storage.Utf8File;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file as the authors' evaluation reads it: one JSON object a line.
 *
 * @param path the file
 * @param lines its objects
 */
record AuthorsFile(Path path, List<Line> lines) {

    /**
     * One object.
     *
     * @param path the file
     * @param number its line, from 1
     * @param node what stands there
     */
    record Line(Path path, long number, JsonNode node) {
        /** A text that must be there. */
        String text(String key) {
            JsonNode value = node.path(key);
            if (!value.isTextual() && !value.isNumber()) {
                throw bad("'" + key + "' is " + (value.isMissingNode() ? "missing" : value) + ", expected a text");
            }
            return value.asText();
        }

        /** A paper's text as the authors' evaluation joins it. */
        String titleAndAbstract() {
            return joined(textOrEmpty("title"), textOrEmpty("abstract"));
        }

        /** A text that may be missing or null. */
        String textOrEmpty(String key) {
            return node.hasNonNull(key) ? node.path(key).asText() : "";
        }

        /** The texts of a list; none where it is missing. */
        List<String> texts(String key) {
            List<String> texts = new ArrayList<>();
            node.path(key).forEach(value -> texts.add(value.asText()));
            return texts;
        }

        /** The grades of judged papers by their ids. */
        Map<String, Integer> grades(String key) {
            Map<String, Integer> grades = new LinkedHashMap<>();
            node.path(key).properties().forEach(grade -> {
                if (!grade.getValue().isNumber()) {
                    throw bad("the grade of '" + grade.getKey() + "' is " + grade.getValue() + ", expected a number");
                }
                grades.put(grade.getKey(), grade.getValue().asInt());
            });
            return grades;
        }

        BadDataException bad(String problem) {
            return BadDataException.in(path, number, problem);
        }
    }

    /** Two parts of a text with the special token between them, the second of which may be empty. */
    static String joined(String first, String second) {
        return first + " [SEP] " + second;
    }

    /**
     * Reads a file of lines.
     *
     * @throws BadDataException if a line is no JSON object
     */
    static AuthorsFile read(Path path) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            long number = 0;
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                number++;
                if (!text.isBlank()) {
                    lines.add(new Line(path, number, object(path, number, text)));
                }
            }
        } catch (CharacterCodingException _) {
            throw Utf8File.notUtf8(path);
        }
        if (lines.isEmpty()) {
            throw BadDataException.in(path, "there is nothing in it");
        }
        return new AuthorsFile(path, lines);
    }

    /** Reads a file that is one object, whose entries are the papers by their ids. */
    static AuthorsFile readWhole(Path path) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry :
                object(path, 1, Utf8File.read(path)).properties()) {
            lines.add(new Line(path, 1, entry.getValue()));
        }
        return new AuthorsFile(path, lines);
    }

    private static JsonNode object(Path path, long line, String text) {
        try {
            JsonNode node = Json.MAPPER.readTree(text);
            if (node != null && node.isObject()) {
                return node;
            }
            throw BadDataException.in(path, line, "expected a JSON object");
        } catch (JsonProcessingException e) {
            throw BadDataException.in(path, line, "expected a JSON object: " + e.getOriginalMessage());
        }
    }

    List<String> ids(String key) {
        return lines.stream().map(line -> line.text(key)).toList();
    }

    List<String> titlesAndAbstracts() {
        return lines.stream().map(Line::titleAndAbstract).toList();
    }
}
