package io.github.scimult.exchange.citation;

import io.github.scimult.core.record.Paper;
import java.util.Map;

/** Writes papers as RIS, so that reading gives the same texts. A value is one line. */
final class RisWriter {
    private static final Map<String, String> TYPES = Map.of(
            "inproceedings", "CPAPER",
            "incollection", "CHAP",
            "book", "BOOK",
            "phdthesis", "THES",
            "techreport", "RPRT",
            "misc", "GEN");

    private RisWriter() {}

    /** A record, from TY to ER, with an empty line behind it. */
    static String record(Paper paper) {
        StringBuilder record = new StringBuilder();
        add(record, "TY", TYPES.getOrDefault(BibTexWriter.type(paper), "JOUR"));
        add(record, "ID", paper.id());
        add(record, "TI", paper.title());
        paper.metadata().authors().forEach(author -> add(record, "AU", author));
        add(
                record,
                "PY",
                paper.metadata().year() == null ? "" : paper.metadata().year().toString());
        add(record, "T2", paper.metadata().venue());
        add(record, "AB", paper.text());
        add(record, "DO", CitationFields.text(paper, CitationFields.DOI));
        add(record, "UR", CitationFields.text(paper, CitationFields.URL));
        add(record, "LA", CitationFields.text(paper, CitationFields.LANGUAGE));
        return record.append("ER  - \n\n").toString();
    }

    private static void add(StringBuilder record, String tag, String value) {
        String line = value.replaceAll("\\s+", " ").strip();
        if (!line.isEmpty()) {
            record.append(tag).append("  - ").append(line).append('\n');
        }
    }
}
