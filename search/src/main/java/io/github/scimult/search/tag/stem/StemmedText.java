package io.github.scimult.search.tag.stem;

import io.github.scimult.core.text.SegmentedText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * A text as the stems of its words, without stop words (Lucene's English analysis, with Porter's stemmer).
 *
 * @param sentences the stems of each, in their order
 * @param titleSentences how many of them are the first segment's
 */
public record StemmedText(List<List<String>> sentences, int titleSentences) {
    private static final Analyzer ANALYZER = new EnglishAnalyzer();

    public StemmedText {
        sentences = List.copyOf(sentences);
    }

    /** The stems of a paper's title and abstract. */
    public static StemmedText of(SegmentedText text) {
        List<List<String>> sentences = new ArrayList<>();
        int inTitle = 0;
        for (String segment : text.segments()) {
            addSentences(segment, sentences);
            inTitle = inTitle == 0 ? sentences.size() : inTitle;
        }
        return new StemmedText(sentences, inTitle);
    }

    private static void addSentences(String segment, List<List<String>> sentences) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(segment);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            sentences.add(stems(segment.substring(start, end)));
            start = end;
        }
    }

    /** The stems of a phrase, in their order. */
    public static List<String> stems(String phrase) {
        List<String> stems = new ArrayList<>();
        try (TokenStream tokens = ANALYZER.tokenStream("", phrase)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                stems.add(term.toString());
            }
            tokens.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // a string is read
        }
        return stems;
    }
}
