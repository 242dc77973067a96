package io.github.scimult.search.analysis;

import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Titles and abstracts: Lucene's analysis of a language, with every word folded. Safe for use by many threads.
 *
 * <p>English is folded before stop words and stems are looked at, so that "résumés" and "resumes" are one word; of ASCII texts it makes
 * what Lucene's own analyzer makes. Other languages are folded after, since their stems need their accents.
 */
public final class TextAnalyzer {
    private TextAnalyzer() {}

    /** An analyzer of texts in a language. */
    public static Analyzer of(Language language) {
        return language == Language.ENGLISH ? new English() : new Folded(language.analyzer());
    }

    private static final class English extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            TokenStream folded = new FoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(words)));
            TokenStream telling = new StopFilter(folded, EnglishAnalyzer.getDefaultStopSet());
            return new TokenStreamComponents(words, new PorterStemFilter(telling));
        }

        @Override
        public int getPositionIncrementGap(String field) {
            return NameAnalyzer.GAP;
        }
    }

    private static final class Folded extends AnalyzerWrapper {
        private final Analyzer language;

        Folded(Analyzer language) {
            super(Analyzer.PER_FIELD_REUSE_STRATEGY);
            this.language = language;
        }

        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            return language;
        }

        @Override
        protected Reader wrapReader(String field, Reader reader) {
            return new ComposedText(reader);
        }

        @Override
        protected TokenStreamComponents wrapComponents(String field, TokenStreamComponents components) {
            return new TokenStreamComponents(components.getSource(), new FoldingFilter(components.getTokenStream()));
        }

        @Override
        public int getPositionIncrementGap(String field) {
            return NameAnalyzer.GAP;
        }
    }
}
