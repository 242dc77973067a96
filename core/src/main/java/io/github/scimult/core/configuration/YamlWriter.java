package io.github.scimult.core.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Writes YAML: groups as indented blocks, lists of single values in one line, texts quoted where another reader might need it. */
final class YamlWriter {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}/](?:[\\p{L}\\p{N}_./ +-]*[\\p{L}\\p{N}_./+-])?");
    private static final Set<String> NOT_TEXT = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private YamlWriter() {}

    /** An object as a document, with a line break at its end. */
    static String document(JsonNode object) {
        return written(node(object, FlowStyle.BLOCK));
    }

    /** Any value, lists in square and groups in curly brackets. */
    static String inOneLine(JsonNode value) {
        return written(node(value, FlowStyle.FLOW)).stripTrailing();
    }

    private static String written(Node node) {
        DumperOptions options = new DumperOptions();
        options.setWidth(Integer.MAX_VALUE);
        options.setSplitLines(false);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        StringWriter text = new StringWriter();
        new Yaml(options).serialize(node, text);
        return text.toString();
    }

    private static Node node(JsonNode value, FlowStyle style) {
        if (value.isObject()) {
            List<NodeTuple> entries = value.properties().stream()
                    .map(entry -> new NodeTuple(text(entry.getKey()), node(entry.getValue(), style)))
                    .toList();
            return new MappingNode(Tag.MAP, entries, value.isEmpty() ? FlowStyle.FLOW : style);
        } else if (value.isArray()) {
            boolean flat = value.valueStream().noneMatch(JsonNode::isContainerNode);
            List<Node> items =
                    value.valueStream().map(item -> node(item, style)).toList();
            return new SequenceNode(Tag.SEQ, items, flat ? FlowStyle.FLOW : style);
        } else if (value.isTextual()) {
            return text(value.textValue());
        }
        Tag tag = value.isNull()
                ? Tag.NULL
                : value.isBoolean() ? Tag.BOOL : value.isIntegralNumber() ? Tag.INT : Tag.FLOAT;
        // Other YAML readers want the exponent's sign.
        return new ScalarNode(tag, value.asText().replaceFirst("E(?=\\d)", "E+"), null, null, ScalarStyle.PLAIN);
    }

    private static ScalarNode text(String value) {
        boolean plain = PLAIN.matcher(value).matches() && !NOT_TEXT.contains(value.toLowerCase(Locale.ROOT));
        return new ScalarNode(Tag.STR, value, null, null, plain ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
    }
}
