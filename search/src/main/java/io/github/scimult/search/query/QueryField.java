package io.github.scimult.search.query;

import java.util.Locale;
import java.util.Optional;

/** Where a part of a query is looked for. */
public enum QueryField {
    /** Titles, abstracts, and the names around a paper. */
    ANYWHERE,
    TITLE,
    AUTHOR,
    VENUE,
    /** By id or by name. */
    LABEL,
    /** A year or a range of them. */
    YEAR;

    /** The field that people name so. */
    static Optional<QueryField> named(String name) {
        for (QueryField field : values()) {
            if (field != ANYWHERE && field.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
