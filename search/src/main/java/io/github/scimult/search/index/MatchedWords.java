package io.github.scimult.search.index;

import io.github.scimult.search.field.IndexField;
import io.github.scimult.search.query.SearchText;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Finds the words of a query in a text, as the index's analysis has them: by their stems, without stop words. */
public final class MatchedWords {
    private final Analyzer analyzer;
    private final Set<String> stems = new HashSet<>();

    MatchedWords(Analyzer analyzer, String query) throws IOException {
        this.analyzer = analyzer;
        forEach(SearchText.parse(query).words(), (stem, begin, end) -> stems.add(stem));
    }

    /**
     * A word in a text.
     *
     * @param begin its first character
     * @param end behind its last one
     */
    public record Place(int begin, int end) {}

    /** The places of matching words, in their order. */
    public List<Place> in(String text) throws IOException {
        List<Place> places = new ArrayList<>();
        forEach(text, (stem, begin, end) -> {
            if (stems.contains(stem)) {
                places.add(new Place(begin, end));
            }
        });
        return places;
    }

    private interface Word {
        void accept(String stem, int begin, int end);
    }

    private void forEach(String text, Word word) throws IOException {
        try (TokenStream words = analyzer.tokenStream(IndexField.WORDS, new StringReader(text))) {
            CharTermAttribute stem = words.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = words.addAttribute(OffsetAttribute.class);
            words.reset();
            while (words.incrementToken()) {
                word.accept(stem.toString(), place.startOffset(), place.endOffset());
            }
            words.end();
        }
    }
}
