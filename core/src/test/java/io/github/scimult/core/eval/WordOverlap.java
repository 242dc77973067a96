package io.github.scimult.core.eval;

import io.github.scimult.core.eval.retrieval.LexicalIndexer;
import io.github.scimult.core.eval.retrieval.LexicalScorer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;

/** A lexical indexer for tests: the score is the number of common words. */
record WordOverlap() implements LexicalIndexer {
    @Override
    public LexicalScorer index(int size, IntFunction<String> text) {
        List<Set<String>> words = new ArrayList<>();
        for (int row = 0; row < size; row++) {
            words.add(words(text.apply(row)));
        }
        return new LexicalScorer() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public void score(String query, float[] scores) {
                Set<String> wanted = words(query);
                for (int row = 0; row < size; row++) {
                    scores[row] =
                            words.get(row).stream().filter(wanted::contains).count();
                }
            }
        };
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("\\W+")));
        words.removeAll(Set.of("we", "study", "on", ""));
        return words;
    }
}
