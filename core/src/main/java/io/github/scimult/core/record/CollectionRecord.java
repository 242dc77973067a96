package io.github.scimult.core.record;

import io.github.scimult.core.text.SegmentedText;

/** What the three files of a collection hold, one a line. */
public sealed interface CollectionRecord permits Paper, Label, Query {
    /** The name by which judgements speak of it; unique within its file, never empty. */
    String id();

    /** Whether a text can be an id: it is not blank, and holds no tab or line end, which no {@code .tsv} file could. */
    static boolean canBeId(String text) {
        return !text.isBlank() && text.chars().noneMatch(c -> c == '\t' || c == '\n' || c == '\r');
    }

    /** Its text as an encoder sees it. */
    SegmentedText segments();
}
