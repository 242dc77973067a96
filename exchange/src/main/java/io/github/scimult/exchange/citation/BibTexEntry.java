package io.github.scimult.exchange.citation;

import java.util.Map;

/**
 * An entry of a BibTeX file.
 *
 * @param type in lower case
 * @param key as it stands; empty if it has none
 * @param fields by name in lower case, their strings put together and still in LaTeX
 * @param line where it begins, from 1
 */
record BibTexEntry(String type, String key, Map<String, String> fields, long line) {
    /** The first of these fields that is there and not blank; empty if none is. */
    String first(String... names) {
        for (String name : names) {
            String value = fields.getOrDefault(name, "");
            if (!value.isBlank()) {
                return value;
            }
        }
        return "";
    }
}
