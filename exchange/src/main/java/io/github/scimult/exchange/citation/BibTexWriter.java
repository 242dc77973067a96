package io.github.scimult.exchange.citation;

import io.github.scimult.core.record.Paper;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes papers as BibTeX, so that reading gives the same texts; formulas between dollar signs stay formulas. */
public final class BibTexWriter {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("inproceedings", "inproceedings"),
            Map.entry("conference", "inproceedings"),
            Map.entry("conf", "inproceedings"),
            Map.entry("cpaper", "inproceedings"),
            Map.entry("incollection", "incollection"),
            Map.entry("chap", "incollection"),
            Map.entry("book", "book"),
            Map.entry("phdthesis", "phdthesis"),
            Map.entry("thes", "phdthesis"),
            Map.entry("techreport", "techreport"),
            Map.entry("rprt", "techreport"),
            Map.entry("misc", "misc"));

    private BibTexWriter() {}

    /** An entry, with a line's end behind it; its key is the first author's last name, the year and the paper's id. */
    public static String entry(Paper paper) {
        String type = type(paper);
        List<String> lines = new ArrayList<>();
        add(lines, "title", paper.title().isEmpty() ? "" : "{" + LatexEscape.text(paper.title()) + "}");
        add(lines, "author", authors(paper));
        add(
                lines,
                "year",
                paper.metadata().year() == null ? "" : paper.metadata().year().toString());
        String container = type.startsWith("in") ? "booktitle" : "journal";
        add(lines, container, LatexEscape.text(paper.metadata().venue()));
        add(lines, "doi", LatexEscape.address(CitationFields.text(paper, CitationFields.DOI)));
        add(lines, "url", LatexEscape.address(CitationFields.text(paper, CitationFields.URL)));
        return "@" + type + "{" + key(paper) + ",\n" + String.join(",\n", lines) + "\n}\n";
    }

    /** BibTeX's name of what kind of publication a paper is. */
    static String type(Paper paper) {
        return TYPES.getOrDefault(
                CitationFields.text(paper, CitationFields.TYPE).toLowerCase(Locale.ROOT), "article");
    }

    /** A name that holds "and" is in brackets, or it would be two. */
    private static String authors(Paper paper) {
        return String.join(
                " and ",
                paper.metadata().authors().stream()
                        .map(LatexEscape::text)
                        .map(name -> name.toLowerCase(Locale.ROOT).contains(" and ") ? "{" + name + "}" : name)
                        .toList());
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
}
