package io.github.scimult.core.text;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names of one letter, such as the programming languages C and R. Most single letters of a text are part of a longer term ("vitamin
 * C", "C++", "C. elegans", "Figure C"). So such a name is found only in its own case, where nothing is joined to it and the word
 * before it, if there is one, is a function word ("written in C", "the C language", "Java and C").
 */
final class SingleLetterNames {
    private static final Set<String> FUNCTION_WORDS = Set.of(
            "and", "as", "by", "for", "from", "in", "into", "like", "of", "on", "or", "than", "the", "to", "using",
            "via", "vs", "with");

    private final Map<String, BitSet> labels = new HashMap<>();

    static boolean isOne(String name) {
        return name.codePointCount(0, name.length()) == 1 && Character.isLetter(name.codePointAt(0));
    }

    void add(String name, int label) {
        labels.computeIfAbsent(name, letter -> new BitSet()).set(label);
    }

    /** Adds the labels whose name occurs. @param text with one blank between words */
    void find(String text, BitSet found) {
        if (labels.isEmpty()) {
            return;
        }
        List<String> words = List.of(text.split(" "));
        for (int i = 0; i < words.size(); i++) {
            BitSet named = labels.get(letter(words, i));
            if (named != null && (i == 0 || mayPrecede(words.get(i - 1)))) {
                found.or(named);
            }
        }
    }

    /** The word without a comma or the like after it; the full stop of an abbreviation stays. */
    private static String letter(List<String> words, int index) {
        String word = words.get(index);
        boolean endsSentence = index + 1 == words.size()
                || (index > 0 && Character.isUpperCase(words.get(index + 1).codePointAt(0)));
        return word.replaceFirst(endsSentence ? "[,;:.?!)]+$" : "[,;:?!)]+$", "")
                .replaceFirst("^\\(", "");
    }

    private static boolean mayPrecede(String word) {
        return FUNCTION_WORDS.contains(word.toLowerCase(Locale.ROOT)) || word.matches(".*[,;:?!]|.{2,}\\.");
    }
}
