package io.github.scimult.core.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.comments.CommentLine;
import org.yaml.snakeyaml.comments.CommentType;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The defaults of a configuration and what its settings mean: a YAML file in the resources beside the record's class. It names every
 * setting, and a comment above each says what it is for.
 */
public final class DefaultSettings<R extends Record> {
    private static final int LINE_WIDTH = 120;

    private final R values;
    private final List<Setting> settings = new ArrayList<>();

    private DefaultSettings(Class<R> type, String yaml, String name) {
        Given given = YamlReader.read(yaml, "", line -> Origin.document(name + ":" + line));
        values = new RecordBinder(Wording.OF_SETTINGS, true).bind(type, MissingNode.getInstance(), given);
        LoaderOptions options = new LoaderOptions();
        options.setProcessComments(true);
        describe(new RecordShape(type), (MappingNode) new Yaml(options).compose(new StringReader(yaml)), yaml, "");
    }

    /**
     * Reads {@code defaults.yaml} of the class's package.
     *
     * @throws IllegalStateException if a setting has no line or no comment there
     */
    public static <R extends Record> DefaultSettings<R> of(Class<R> type) {
        String name = "defaults.yaml";
        try (InputStream file = type.getResourceAsStream(name)) {
            return new DefaultSettings<>(type, new String(file.readAllBytes(), StandardCharsets.UTF_8), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The configuration of someone who sets nothing. */
    public R values() {
        return values;
    }

    /** All groups and settings in the file's order, each group before what stands in it. */
    public List<Setting> settings() {
        return List.copyOf(settings);
    }

    /** A configuration as commented YAML, ready to be changed and read. */
    public String commented(R configuration) {
        JsonNode tree = ConfigurationWriter.toJsonNode(configuration);
        StringBuilder yaml = new StringBuilder();
        for (Setting setting : settings) {
            String indent = setting.group().isEmpty() ? "" : "  ";
            if (indent.isEmpty() && !yaml.isEmpty()) {
                yaml.append('\n');
            }
            wrapped(setting.meaning(), LINE_WIDTH - indent.length() - 2)
                    .forEach(line ->
                            yaml.append(indent).append("# ").append(line).append('\n'));
            yaml.append(indent).append(setting.name()).append(':');
            if (!setting.isGroup()) {
                JsonNode value = tree.at("/" + setting.path().replace('.', '/'));
                yaml.append(' ').append(YamlWriter.inOneLine(value));
            }
            yaml.append('\n');
        }
        return yaml.toString();
    }

    private void describe(RecordShape shape, MappingNode group, String yaml, String path) {
        List<String> missing = new ArrayList<>(shape.names());
        for (NodeTuple entry : group.getValue()) {
            ScalarNode key = (ScalarNode) entry.getKeyNode();
            String inside = Given.inside(path, key.getValue());
            missing.remove(key.getValue());
            Class<?> type = shape.components().stream()
                    .filter(component -> RecordShape.name(component).equals(key.getValue()))
                    .<Class<?>>map(RecordComponent::getType)
                    .findFirst()
                    .orElseThrow();
            String value = type.isRecord() ? "" : source(entry.getValueNode(), yaml);
            settings.add(new Setting(inside, meaning(key, inside), value));
            if (type.isRecord()) {
                describe(new RecordShape(type), (MappingNode) entry.getValueNode(), yaml, inside);
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException("the defaults lack " + Given.inside(path, missing.getFirst()));
        }
    }

    private static String source(Node value, String yaml) {
        int[] points = yaml.codePoints().toArray();
        int start = value.getStartMark().getIndex();
        return new String(points, start, value.getEndMark().getIndex() - start);
    }

    private static String meaning(ScalarNode key, String path) {
        StringJoiner meaning = new StringJoiner(" ");
        for (CommentLine comment : Objects.requireNonNullElse(key.getBlockComments(), List.<CommentLine>of())) {
            if (comment.getCommentType() == CommentType.BLANK_LINE) {
                meaning = new StringJoiner(" "); // what stands above a blank line is about something else
            } else {
                meaning.add(comment.getValue().strip());
            }
        }
        if (meaning.length() == 0) {
            throw new IllegalStateException("no comment says what " + path + " is for");
        }
        return meaning.toString();
    }

    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
