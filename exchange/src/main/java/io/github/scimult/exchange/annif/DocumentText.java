package io.github.scimult.exchange.annif;

import io.github.scimult.core.record.Paper;
import io.github.scimult.core.storage.Sha256;
import io.github.scimult.core.text.PlainText;
import java.nio.charset.StandardCharsets;

/**
 * The text of a document that has no title of its own, in the parts that a paper has.
 *
 * @param title the whole of a short text, or the first line of a longer one if it is short; else empty
 * @param text what is behind the title
 */
public record DocumentText(String title, String text) {
    private static final int MAX_TITLE_CHARACTERS = 250;
    private static final int ID_DIGITS = 16;

    /** Divides a text. */
    public static DocumentText of(String whole) {
        String stripped = whole.strip();
        int end = stripped.indexOf('\n');
        String first = end < 0 ? stripped : stripped.substring(0, end).strip();
        return first.length() > MAX_TITLE_CHARACTERS
                ? new DocumentText("", stripped)
                : new DocumentText(first, end < 0 ? "" : stripped.substring(end).strip());
    }

    /**
     * A document as a paper, whose id follows from its words.
     *
     * @param title empty if it has none
     */
    public static Paper paper(String title, String whole) {
        DocumentText parts = title.isBlank() ? of(whole) : new DocumentText(title.strip(), whole.strip());
        return new Paper(idOf(title + " " + whole), parts.title(), parts.text());
    }

    /** An id that the same words always get, whatever is between them. */
    static String idOf(String whole) {
        byte[] words = PlainText.singleSpaced(whole.strip()).getBytes(StandardCharsets.UTF_8);
        return "text-" + Sha256.hex(Sha256.digest().digest(words)).substring(0, ID_DIGITS);
    }
}
