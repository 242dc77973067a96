package io.github.scimult.exchange.citation;

import io.github.scimult.core.text.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A record of lines with a tag before each value, as RIS and MEDLINE have it. */
final class TaggedRecord {
    private final long line;
    private final Map<String, List<StringBuilder>> values = new LinkedHashMap<>();
    private StringBuilder last;

    /** A record that begins in this line. */
    TaggedRecord(long line) {
        this.line = line;
    }

    long line() {
        return line;
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    void add(String tag, String value) {
        last = new StringBuilder(value);
        values.computeIfAbsent(tag, _ -> new ArrayList<>()).add(last);
    }

    /** More of the last value, from the next line; lost if there is none. */
    boolean extend(String more) {
        if (last == null) {
            return false;
        }
        last.append('\n').append(more);
        return true;
    }

    /** All values of these tags, in the order of the tags, without markup; empty ones are left out. */
    List<String> all(String... tags) {
        List<String> all = new ArrayList<>();
        for (String value : raw(tags)) {
            String plain = PlainText.singleSpaced(PlainText.of(value));
            if (!plain.isEmpty()) {
                all.add(plain);
            }
        }
        return all;
    }

    /** The values of these tags with their line ends. */
    List<String> raw(String... tags) {
        List<String> all = new ArrayList<>();
        for (String tag : tags) {
            values.getOrDefault(tag, List.of()).forEach(value -> all.add(value.toString()));
        }
        return all;
    }

    /** The first of all values; empty if there is none. */
    String first(String... tags) {
        List<String> all = all(tags);
        return all.isEmpty() ? "" : all.getFirst();
    }
}
