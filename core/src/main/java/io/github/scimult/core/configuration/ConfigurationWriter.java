package io.github.scimult.core.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a configuration in full, defaults included, so that it says what was done even when defaults change.
 *
 * <p>What it writes, {@link ConfigurationReader} reads back to an equal record.
 */
public final class ConfigurationWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ConfigurationWriter() {}

    /** The configuration as YAML; a group is indented by two blanks. Ends with a line break. */
    public static String toYaml(Record configuration) {
        return YamlText.document(toJsonNode(configuration));
    }

    /** The configuration as a JSON object, its names in the records' order. */
    public static JsonNode toJsonNode(Record configuration) {
        return node(configuration);
    }

    /** One value in the notation of {@link #toYaml(Record)}, in one line. */
    static String inOneLine(Object value) {
        return YamlText.inOneLine(node(value));
    }

    private static JsonNode node(Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case Optional<?> optional -> node(optional.orElse(null));
            case Record group -> object(group);
            case Map<?, ?> map -> object(map);
            case List<?> list -> array(list);
            case Boolean truth -> NODES.booleanNode(truth);
            case Integer number -> NODES.numberNode(number);
            case Long number -> NODES.numberNode(number);
            case Float number -> NODES.numberNode(number);
            case Double number -> NODES.numberNode(number);
            case String text -> NODES.textNode(text);
            case Path path -> NODES.textNode(path.toString());
            case Enum<?> constant -> NODES.textNode(ScalarBinder.nameOf(constant));
            default ->
                throw new IllegalStateException(
                        "a configuration cannot hold a " + value.getClass().getName());
        };
    }

    private static ObjectNode object(Record group) {
        RecordShape shape = new RecordShape(group.getClass());
        ObjectNode object = NODES.objectNode();
        for (RecordComponent component : shape.components()) {
            object.set(component.getName(), node(shape.read(component, group)));
        }
        return object;
    }

    private static ObjectNode object(Map<?, ?> map) {
        ObjectNode object = NODES.objectNode();
        map.forEach((name, value) -> object.set((String) name, node(value)));
        return object;
    }

    private static ArrayNode array(List<?> list) {
        ArrayNode array = NODES.arrayNode();
        list.forEach(item -> array.add(node(item)));
        return array;
    }
}
