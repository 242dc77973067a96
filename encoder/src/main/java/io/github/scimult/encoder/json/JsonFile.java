package io.github.scimult.encoder.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.scimult.core.storage.AtomicFile;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Json;
import io.github.scimult.core.storage.MisfetchedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A small JSON file and what was found in it; every complaint names the file and the key.
 *
 * @param path the file
 * @param root its content; a missing node if there is no file
 */
public record JsonFile(Path path, JsonNode root) {

    /** Reads a file, which may be absent. */
    public static JsonFile read(Path path) throws IOException {
        if (!Files.exists(path)) {
            return new JsonFile(path, MissingNode.getInstance());
        }
        MisfetchedFile.refuse(path);
        try {
            JsonNode root = Json.MAPPER.readTree(Files.readAllBytes(path));
            if (!root.isContainerNode()) {
                throw BadDataException.in(
                        path,
                        "expected a JSON object or array, found "
                                + (root.isMissingNode() ? "nothing: the file is empty" : root));
            }
            return new JsonFile(path, root);
        } catch (JsonProcessingException e) {
            throw new BadDataException(path + ": not readable as JSON: " + e.getOriginalMessage(), e);
        }
    }

    public static void write(Path path, JsonNode root) throws IOException {
        AtomicFile.writeText(path, Json.indented(root));
    }

    public boolean isThere() {
        return !root.isMissingNode();
    }

    /** The part under a key, for further questions. */
    public JsonFile at(String key) {
        return new JsonFile(path, root.path(key));
    }

    /** A whole number that must be there. */
    public int integer(String key) {
        JsonNode value = root.path(key);
        if (!value.isInt()) {
            throw BadDataException.in(path, "'" + key + "' is " + shown(value) + ", expected a whole number");
        }
        return value.asInt();
    }

    public int integer(String key, int otherwise) {
        return root.hasNonNull(key) ? integer(key) : otherwise;
    }

    public double number(String key, double otherwise) {
        JsonNode value = root.path(key);
        if (root.hasNonNull(key) && !value.isNumber()) {
            throw BadDataException.in(path, "'" + key + "' is " + shown(value) + ", expected a number");
        }
        return value.asDouble(otherwise);
    }

    public String text(String key, String otherwise) {
        return root.path(key).asText(otherwise);
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "missing" : value.toString();
    }
}
