package io.github.scimult.exchange.citation;

import io.github.scimult.core.record.Paper;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Writes papers as BibTeX. */
public final class BibTexWriter {
    private BibTexWriter() {}

    /** An entry, with a line's end behind it; its key is the first author's last name, the year and the paper's id. */
    public static String entry(Paper paper) {
        List<String> lines = new ArrayList<>();
        add(lines, "title", paper.title().isEmpty() ? "" : "{" + escaped(paper.title()) + "}");
        add(lines, "author", escaped(String.join(" and ", paper.metadata().authors())));
        add(
                lines,
                "year",
                paper.metadata().year() == null ? "" : paper.metadata().year().toString());
        add(lines, "journal", escaped(paper.metadata().venue()));
        return "@article{" + key(paper) + ",\n" + String.join(",\n", lines) + "\n}\n";
    }

    private static void add(List<String> lines, String field, String value) {
        if (!value.isEmpty()) {
            lines.add("  " + field + " = {" + value + "}");
        }
    }

    private static String key(Paper paper) {
        String author = paper.metadata().authors().isEmpty()
                ? "anonymous"
                : paper.metadata().authors().getFirst().strip();
        String name = author.contains(",") ? author.substring(0, author.indexOf(',')) : author;
        String year =
                paper.metadata().year() == null ? "" : paper.metadata().year().toString();
        String key = name.substring(name.lastIndexOf(' ') + 1) + year + "-" + paper.id();
        return Normalizer.normalize(key, Normalizer.Form.NFD).replaceAll("[^A-Za-z0-9_-]", "");
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\\\{}]", "").replaceAll("([&%$#_])", "\\\\$1");
    }
}
