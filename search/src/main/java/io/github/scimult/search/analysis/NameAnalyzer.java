package io.github.scimult.search.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** Names of authors and venues: whole words, folded, neither stemmed nor stopped. Values of a field are far apart. */
public final class NameAnalyzer extends Analyzer {
    /** Further than the words of one name are from each other. */
    public static final int GAP = 100;

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
    public int getPositionIncrementGap(String field) {
        return GAP;
    }
}
