package io.github.scimult.search;

import java.util.Locale;

/** Texts without case and punctuation. */
public final class PlainWords {
    private PlainWords() {}

    /** A text's runs of letters and digits, in lower case, with a blank between each two. */
    public static String of(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
