package io.github.scimult.core.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes YAML: groups as indented blocks, lists of single values in one line, texts quoted only where needed. */
final class YamlText {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}/](?:[\\p{L}\\p{N}_./ +-]*[\\p{L}\\p{N}_./+-])?");
    private static final Set<String> NOT_TEXT = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private final StringBuilder text = new StringBuilder();

    private YamlText() {}

    /** An object as a document. */
    static String document(JsonNode object) {
        if (object.isEmpty()) {
            return "{}\n";
        }
        YamlText yaml = new YamlText();
        yaml.object(object, "");
        return yaml.text.toString();
    }

    private void object(JsonNode object, String indent) {
        String before = "";
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            text.append(before).append(quoted(entry.getKey())).append(':');
            before = indent;
            value(entry.getValue(), indent);
        }
    }

    private void value(JsonNode value, String indent) {
        if (value.isObject() && !value.isEmpty()) {
            text.append('\n').append(indent).append("  ");
            object(value, indent + "  ");
        } else if (value.isArray() && value.valueStream().anyMatch(JsonNode::isContainerNode)) {
            blocks(value, indent + "  ");
        } else {
            text.append(' ').append(inOneLine(value)).append('\n');
        }
    }

    private void blocks(JsonNode array, String indent) {
        text.append('\n');
        for (JsonNode item : array) {
            text.append(indent).append('-');
            if (item.isObject() && !item.isEmpty()) {
                text.append(' ');
                object(item, indent + "  ");
            } else {
                text.append(' ').append(inOneLine(item)).append('\n');
            }
        }
    }

    /** Any value, lists in square and groups in curly brackets. */
    static String inOneLine(JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream()
                    .map(entry -> quoted(entry.getKey()) + ": " + inOneLine(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        } else if (value.isArray()) {
            return value.valueStream().map(YamlText::inOneLine).collect(Collectors.joining(", ", "[", "]"));
        } else if (value.isFloatingPointNumber()) {
            // Other YAML readers want the exponent's sign.
            return value.asText().replaceFirst("E(?=\\d)", "E+");
        }
        return value.isTextual() ? quoted(value.textValue()) : value.asText();
    }

    private static String quoted(String value) {
        boolean plain = PLAIN.matcher(value).matches() && !NOT_TEXT.contains(value.toLowerCase(Locale.ROOT));
        return plain
                ? value
                : value.codePoints().mapToObj(YamlText::escaped).collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(int character) {
        return switch (character) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            default -> unprintable(character) ? "\\U%08X".formatted(character) : Character.toString(character);
        };
    }

    private static boolean unprintable(int character) {
        return Character.isISOControl(character)
                || character == 0x2028
                || character == 0x2029
                || character == 0xFEFF
                || Character.getType(character) == Character.SURROGATE
                || (character & 0xFFFE) == 0xFFFE;
    }
}
