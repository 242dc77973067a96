package io.github.scimult.exchange.citation;

import java.util.Map;

/** Names under which a paper's metadata keep what citations have beside the fields of a collection. */
final class CitationFields {
    /** Of the record, as its format names it: {@code article}, {@code JOUR}. */
    static final String TYPE = "type";

    static final String DOI = "doi";
    static final String URL = "url";
    static final String LANGUAGE = "language";

    private CitationFields() {}

    /** Sets a field unless it is empty. */
    static void put(Map<String, Object> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, value);
        }
    }
}
