package io.github.scimult.search.analysis;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.text.Normalizer;
import org.apache.lucene.analysis.charfilter.BaseCharFilter;

/** A text in Unicode's form NFKC, whose tokens know where they stood in the text as it was. */
final class ComposedText extends BaseCharFilter {
    private Reader composed;

    ComposedText(Reader text) {
        super(text);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (composed == null) {
            composed = new StringReader(compose(whole()));
        }
        return composed.read(buffer, offset, length);
    }

    private String whole() throws IOException {
        StringBuilder text = new StringBuilder();
        char[] piece = new char[4096];
        for (int read = input.read(piece); read >= 0; read = input.read(piece)) {
            text.append(piece, 0, read);
        }
        return text.toString();
    }

    private String compose(String text) {
        if (Normalizer.isNormalized(text, Normalizer.Form.NFKC)) {
            return text;
        }
        StringBuilder made = new StringBuilder();
        int begin = 0;
        while (begin < text.length()) {
            int end = endOfCharacter(text, begin);
            made.append(Normalizer.normalize(text.substring(begin, end), Normalizer.Form.NFKC));
            if (end - made.length() != getLastCumulativeDiff()) {
                addOffCorrectMap(made.length(), end - made.length());
            }
            begin = end;
        }
        return made.toString();
    }

    /** Behind a character and the marks that combine with it. */
    private static int endOfCharacter(String text, int begin) {
        int end = begin + Character.charCount(text.codePointAt(begin));
        while (end < text.length() && combines(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean combines(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
