package io.github.scimult.search.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Puts the first letter of every token beside it, so that "J. Müller" finds "Jörg Müller". */
final class InitialsFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private State name;

    InitialsFilter(TokenStream tokens) {
        super(tokens);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (name != null) {
            restoreState(name);
            name = null;
            term.setLength(Character.charCount(Character.codePointAt(term, 0)));
            position.setPositionIncrement(0);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        if (term.length() > 1) {
            name = captureState();
        }
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        name = null;
    }
}
