package io.github.scimult.core.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads one YAML document and keeps the line of each value. Every single value is kept as its text: what is meant, its type says. */
record YamlReader(YAMLParser parser, LongFunction<Origin> originOfLine, Map<String, Origin> origins) {
    private static final YAMLFactory FACTORY = new YAMLFactory();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /**
     * Reads a text.
     *
     * @param path of what the document holds; empty for a whole configuration
     * @param originOfLine how a line, counted from 1, is named in messages
     */
    static Given read(String yaml, String path, LongFunction<Origin> originOfLine) {
        Map<String, Origin> origins = new HashMap<>();
        try (YAMLParser parser = FACTORY.createParser(yaml)) {
            return new Given(new YamlReader(parser, originOfLine, origins).document(path), origins);
        } catch (JsonProcessingException e) {
            throw malformed(e, originOfLine);
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory does not fail", impossible);
        }
    }

    private JsonNode document(String path) throws IOException {
        if (parser.nextToken() == null) {
            origins.put(path, originOfLine.apply(1));
            return NODES.nullNode();
        }
        JsonNode value = value(path, here());
        if (parser.nextToken() != null) {
            throw here().refuse("a second document begins here; only one is read.");
        }
        return value;
    }

    private JsonNode value(String path, Origin origin) throws IOException {
        if (parser.isCurrentAlias()) {
            throw origin.refuse("the reference *" + parser.getText() + " is not followed: write the value itself.");
        }
        origins.put(path, origin);
        return switch (parser.currentToken()) {
            case START_OBJECT -> group(path);
            case START_ARRAY -> list(path);
            case VALUE_NULL -> NODES.nullNode();
            default -> NODES.textNode(parser.getText());
        };
    }

    private ObjectNode group(String path) throws IOException {
        ObjectNode group = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Origin key = here(); // the key's line, not that of a group that begins below it
            parser.nextToken();
            if (group.replace(name, value(Given.inside(path, name), key)) != null) {
                throw key.refuse("'" + name + "' is given a second time here: keep one of the two.");
            }
        }
        return group;
    }

    private ArrayNode list(String path) throws IOException {
        ArrayNode list = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(path + "[" + list.size() + "]", here()));
        }
        return list;
    }

    private Origin here() {
        return originOfLine.apply(parser.currentTokenLocation().getLineNr());
    }

    private static RuntimeException malformed(JsonProcessingException e, LongFunction<Origin> originOfLine) {
        long line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
        String reason = e.getOriginalMessage().lines().findFirst().orElse("");
        if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            line = marked.getProblemMark().getLine() + 1L;
            reason = (marked.getContext() == null ? "" : marked.getContext() + ", ") + marked.getProblem();
        }
        return originOfLine.apply(line).refuse("this is not YAML that can be read: " + reason + ".", e);
    }
}
