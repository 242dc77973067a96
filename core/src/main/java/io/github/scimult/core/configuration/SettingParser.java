package io.github.scimult.core.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads one YAML document into {@link Setting}s and keeps each one's line. */
final class SettingParser implements AutoCloseable {
    private static final YAMLFactory FACTORY = new YAMLFactory();

    private final YAMLParser parser;
    private final LongFunction<Origin> originOfLine;

    private SettingParser(YAMLParser parser, LongFunction<Origin> originOfLine) {
        this.parser = parser;
        this.originOfLine = originOfLine;
    }

    /**
     * Reads a text.
     *
     * @param originOfLine how a line, counted from 1, is named in messages
     */
    static Setting parse(String yaml, LongFunction<Origin> originOfLine) {
        try (SettingParser parser = new SettingParser(FACTORY.createParser(yaml), originOfLine)) {
            return parser.document();
        } catch (JsonProcessingException malformed) {
            throw originOfLine
                    .apply(line(malformed))
                    .refuse("this is not YAML that can be read: " + reason(malformed), malformed);
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory does not fail", impossible);
        }
    }

    private Setting document() throws IOException {
        if (parser.nextToken() == null) {
            return new Setting.Scalar(null, originOfLine.apply(1));
        }
        Setting setting = value(here());
        if (parser.nextToken() != null) {
            throw here().refuse("a second document begins here; only one is read.");
        }
        return setting;
    }

    private Setting value(Origin origin) throws IOException {
        if (parser.isCurrentAlias()) {
            throw origin.refuse("the reference *" + parser.getText() + " is not followed: write the value itself.");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> group(origin);
            case START_ARRAY -> items(origin);
            case VALUE_NULL -> new Setting.Scalar(null, origin);
            default -> new Setting.Scalar(parser.getText(), origin);
        };
    }

    private Setting group(Origin origin) throws IOException {
        Map<String, Setting> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Origin key = here(); // the key's line, not that of a group that begins below it
            parser.nextToken();
            if (entries.put(name, value(key)) != null) {
                throw key.refuse("'" + name + "' is given a second time here: keep one of the two.");
            }
        }
        return new Setting.Group(entries, origin);
    }

    private Setting items(Origin origin) throws IOException {
        List<Setting> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(here()));
        }
        return new Setting.Items(items, origin);
    }

    private Origin here() {
        return originOfLine.apply(parser.currentTokenLocation().getLineNr());
    }

    private static long line(JsonProcessingException malformed) {
        if (malformed.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            return marked.getProblemMark().getLine() + 1L;
        }
        return malformed.getLocation() == null
                ? 1
                : Math.max(1, malformed.getLocation().getLineNr());
    }

    private static String reason(JsonProcessingException malformed) {
        if (malformed.getCause() instanceof MarkedYAMLException marked) {
            String context = marked.getContext() == null ? "" : marked.getContext() + ", ";
            return context + marked.getProblem() + ".";
        }
        return malformed.getOriginalMessage().lines().findFirst().orElse("") + ".";
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
