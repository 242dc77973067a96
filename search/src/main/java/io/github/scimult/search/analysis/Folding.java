package io.github.scimult.search.analysis;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * One form of a word for all its written ones: composed, decomposed and full-width characters (Unicode's NFKC), and Latin, Greek and
 * Cyrillic letters with and without accents. Marks of other scripts stay, since they tell words apart there.
 */
public final class Folding {
    /** The combining marks of Latin, Greek and Cyrillic, soft hyphens and characters without width. */
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f\\u00ad\\u200b\\u2060\\ufeff]+");

    private Folding() {}

    /** The one form of a word or a text. */
    public static String fold(String word) {
        if (isAscii(word)) {
            return word;
        }
        String decomposed = Normalizer.normalize(word, Normalizer.Form.NFKD);
        String plain = Normalizer.normalize(ACCENTS.matcher(decomposed).replaceAll(""), Normalizer.Form.NFC);
        char[] folded = new char[4 * plain.length()];
        int length = ASCIIFoldingFilter.foldToASCII(plain.toCharArray(), 0, folded, 0, plain.length());
        return length == 0 ? word : new String(folded, 0, length);
    }

    private static boolean isAscii(String word) {
        return word.chars().allMatch(character -> character < 128);
    }
}
