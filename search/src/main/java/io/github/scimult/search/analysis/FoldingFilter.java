package io.github.scimult.search.analysis;

import java.io.IOException;
import java.util.Locale;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Folds every token; capitals that only come to light by it, as that of ℝ, become small. */
final class FoldingFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    FoldingFilter(TokenStream tokens) {
        super(tokens);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        String word = term.toString();
        String folded = Folding.fold(word);
        if (!folded.equals(word)) {
            term.setEmpty().append(folded.toLowerCase(Locale.ROOT));
        }
        return true;
    }
}
