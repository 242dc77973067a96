package io.github.scimult.search.browse;

import io.github.scimult.search.field.IndexField;

/** What has names that can be completed. */
public enum NamedField {
    AUTHOR(IndexField.WHOLE_AUTHOR, IndexField.AUTHOR_NAMES),
    VENUE(IndexField.WHOLE_VENUE, IndexField.VENUE_NAMES);

    private final String names;
    private final String words;

    NamedField(String names, String words) {
        this.names = names;
        this.words = words;
    }

    /** The field of whole names. */
    String names() {
        return names;
    }

    /** The field of their words. */
    String words() {
        return words;
    }
}
