package io.github.scimult.search.analysis;

import java.io.Reader;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Names and words as they are written: folded, neither stemmed nor stopped; "J.R." is two words and "D'Arcy", too. Values of a field are
 * far apart.
 */
public final class NameAnalyzer extends Analyzer {
    /** Further than the words of one name are from each other. */
    public static final int GAP = 100;

    /** What Lucene's tokenizer takes for a part of a word. */
    private static final Pattern WITHIN_WORDS = Pattern.compile("(?<=\\p{L}\\p{M}{0,9})['’.:·_](?=\\p{L})");

    private final boolean initials;

    private NameAnalyzer(boolean initials) {
        this.initials = initials;
    }

    /** For queries. */
    public static NameAnalyzer ofQueries() {
        return new NameAnalyzer(false);
    }

    /** For what is indexed: with the initials of names. */
    public static NameAnalyzer ofRecords() {
        return new NameAnalyzer(true);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream folded = new FoldingFilter(new LowerCaseFilter(words));
        return new TokenStreamComponents(words, initials ? new InitialsFilter(folded) : folded);
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
        return new PatternReplaceCharFilter(WITHIN_WORDS, " ", reader);
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return GAP;
    }
}
