package io.github.scimult.app.documentation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The field's terms: what the project's texts must not say, and what they say instead ({@code glossary.yaml}).
 *
 * @param entries one for each term
 */
record Glossary(List<Entry> entries) {
    private static final int CONTEXT = 40;

    /**
     * One term.
     *
     * @param not a regular expression for what must not be said, whatever the case
     * @param use the field's term
     * @param found sentences that the expression has to find
     * @param fine ordinary English that it has to let pass
     */
    record Entry(String not, String use, List<String> found, List<String> fine) {
        Matcher in(String text) {
            return Pattern.compile(not, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE)
                    .matcher(text);
        }
    }

    static Glossary read() {
        try (InputStream yaml = Glossary.class.getResourceAsStream("/glossary.yaml")) {
            return new Glossary(
                    new ObjectMapper(new YAMLFactory()).readValue(yaml, new TypeReference<List<Entry>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever a text says that it must not, each with its surroundings and the field's term. */
    List<String> violations(String source, String text) {
        return entries.stream()
                .flatMap(entry -> entry.in(text)
                        .results()
                        .map(hit -> "%s: “%s” in “%s”: use %s"
                                .formatted(source, hit.group(), context(text, hit.start(), hit.end()), entry.use())))
                .toList();
    }

    private static String context(String text, int start, int end) {
        return text.substring(Math.max(0, start - CONTEXT), Math.min(text.length(), end + CONTEXT))
                .replace('\n', ' ')
                .strip();
    }
}
