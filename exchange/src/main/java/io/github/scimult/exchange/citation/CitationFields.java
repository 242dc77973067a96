package io.github.scimult.exchange.citation;

import io.github.scimult.core.record.Paper;
import java.util.Map;

/** Names under which a paper's metadata keep what citations have beside the fields of a collection. */
final class CitationFields {
    /** Of the record, as its format names it: {@code article}, {@code JOUR}. */
    static final String TYPE = "type";

    static final String DOI = "doi";
    static final String URL = "url";
    static final String LANGUAGE = "language";

    private CitationFields() {}

    /** A field of a paper; empty if it is not there, or no text. */
    static String text(Paper paper, String name) {
        return paper.metadata().other().get(name) instanceof String text ? text.strip() : "";
    }

    /** Sets a field unless it is empty. */
    static void put(Map<String, Object> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, value);
        }
    }
}
