package io.github.scimult.core.record;

import io.github.scimult.core.text.SegmentedText;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What the three files of a collection hold, one a line. */
public sealed interface CollectionRecord permits Paper, Label, Query {
    /** The name by which judgements speak of it; unique within its file, never empty. */
    String id();

    /** Whether a text can be an id: it is not blank, and holds no tab or line end, which no {@code .tsv} file could. */
    static boolean canBeId(String text) {
        return !text.isBlank() && text.chars().noneMatch(c -> c == '\t' || c == '\n' || c == '\r');
    }

    /** The longest id that an index takes, in bytes of UTF-8; collections and journals hold longer ones. */
    int LONGEST_INDEXED_ID = 32_766;

    /** Whether an index takes a text as an id. */
    static boolean canBeIndexed(String id) {
        return id.length() <= LONGEST_INDEXED_ID / 3 // no character of a String takes more than three bytes
                || id.getBytes(StandardCharsets.UTF_8).length <= LONGEST_INDEXED_ID;
    }

    /** What is said of an id that no index takes: {@code the id "aaa…" has 40,000 bytes, and an index takes at most 32,766}. */
    static String tooLong(String id) {
        return String.format(
                Locale.ROOT,
                "the id \"%s…\" has %,d bytes, and an index takes at most %,d",
                id.substring(0, Math.min(id.length(), 40)),
                id.getBytes(StandardCharsets.UTF_8).length,
                LONGEST_INDEXED_ID);
    }

    /** Its text as an encoder sees it. */
    SegmentedText segments();
}
