package io.github.scimult.exchange.citation;

import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import io.github.scimult.core.storage.BadDataException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads RIS: lines {@code TAG  - value}, an entry from {@code TY} to {@code ER}; a line without a tag goes on with the one before.
 */
final class RisReader {
    private static final Pattern LINE = Pattern.compile("([A-Z][A-Z0-9])  -(?: (.*))?");
    private static final List<String> TITLE = List.of("TI", "T1", "CT");
    private static final List<String> ABSTRACT = List.of("AB", "N2");
    private static final List<String> AUTHOR = List.of("AU", "A1");
    private static final List<String> VENUE = List.of("JO", "JF", "T2", "JA");
    private static final List<String> YEAR = List.of("PY", "Y1", "DA");
    private static final List<String> ID = List.of("ID", "DO", "AN");

    private final List<Paper> papers = new ArrayList<>();
    private Map<String, List<String>> entry;
    private String tag;

    private RisReader() {}

    static List<Paper> read(String text) {
        RisReader reader = new RisReader();
        int number = 0;
        for (String line : text.replace("\uFEFF", "").lines().toList()) {
            number++;
            reader.line(line.stripTrailing(), number);
        }
        if (reader.entry != null) {
            throw new BadDataException("line " + number + ": the last entry of this RIS text has no end, 'ER  -'");
        }
        return List.copyOf(reader.papers);
    }

    private void line(String line, int number) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            goOn(line, number);
            return;
        }
        tag = matcher.group(1);
        String value = matcher.group(2) == null ? "" : matcher.group(2).strip();
        if (tag.equals("TY")) {
            entry = new LinkedHashMap<>();
        } else if (entry == null) {
            throw new BadDataException(
                    "line " + number + ": an entry of RIS begins with 'TY  -', not with '" + tag + "'");
        } else if (tag.equals("ER")) {
            end();
        } else if (!value.isEmpty()) {
            entry.computeIfAbsent(tag, _ -> new ArrayList<>()).add(value);
        }
    }

    private void goOn(String line, int number) {
        if (line.isBlank()) {
            return;
        }
        if (entry == null || !entry.containsKey(tag)) {
            throw new BadDataException(
                    "line " + number + " is none of RIS, which has 'TI  - ' and the like before each value");
        }
        List<String> values = entry.get(tag);
        values.set(values.size() - 1, values.getLast() + " " + line.strip());
    }

    private void end() {
        String title = first(TITLE);
        if (!title.isEmpty()) {
            String id = first(ID);
            papers.add(new Paper(
                    id.isEmpty() ? "entry-" + (papers.size() + 1) : id,
                    title,
                    first(ABSTRACT),
                    new PaperMetadata(year(first(YEAR)), first(VENUE), all(AUTHOR), List.of(), Map.of())));
        }
        entry = null;
    }

    private String first(List<String> tags) {
        List<String> values = all(tags);
        return values.isEmpty() ? "" : values.getFirst();
    }

    private List<String> all(List<String> tags) {
        return tags.stream()
                .flatMap(wanted -> entry.getOrDefault(wanted, List.of()).stream())
                .toList();
    }

    /** The first four digits; null if there are none. */
    static Integer year(String text) {
        Matcher digits = Pattern.compile("\\d{4}").matcher(text);
        return digits.find() ? Integer.valueOf(digits.group()) : null;
    }
}
