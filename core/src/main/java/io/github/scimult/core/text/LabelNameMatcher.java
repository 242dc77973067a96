package io.github.scimult.core.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds the labels whose name occurs in a text as a phrase of whole words, whatever the case and however many blanks lie
 * between the words. A word is a run of letters and digits; a name with other characters ("c++", "x-ray") must occur with
 * these, and no letter or digit may touch it on either side. A phrase does not reach from the title into the abstract.
 */
public final class LabelNameMatcher {
    private record Name(int label, String text, int firstWordAt) {}

    private final Map<String, List<Name>> byFirstWord = new HashMap<>();

    /**
     * Names to look for.
     *
     * @param names (labels); one without a letter or digit is never found
     */
    public LabelNameMatcher(List<String> names) {
        for (int label = 0; label < names.size(); label++) {
            String text = normalised(names.get(label));
            int start = wordStart(text, 0);
            if (start < text.length()) {
                String firstWord = text.substring(start, wordEnd(text, start));
                byFirstWord
                        .computeIfAbsent(firstWord, word -> new ArrayList<>())
                        .add(new Name(label, text, start));
            }
        }
    }

    /** The labels whose name occurs, ascending. */
    public int[] in(SegmentedText text) {
        BitSet found = new BitSet();
        text.segments().forEach(segment -> find(normalised(segment), found));
        return found.stream().toArray();
    }

    private void find(String text, BitSet found) {
        int start = wordStart(text, 0);
        while (start < text.length()) {
            int end = wordEnd(text, start);
            for (Name name : byFirstWord.getOrDefault(text.substring(start, end), List.of())) {
                if (standsAt(text, start - name.firstWordAt(), name.text())) {
                    found.set(name.label());
                }
            }
            start = wordStart(text, end);
        }
    }

    private static boolean standsAt(String text, int start, String name) {
        int end = start + name.length();
        return text.startsWith(name, start)
                && (start == 0 || !Character.isLetterOrDigit(text.codePointBefore(start)))
                && (end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end)));
    }

    private static String normalised(String text) {
        return text.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
    }

    private static int wordStart(String text, int from) {
        int index = from;
        while (index < text.length() && !Character.isLetterOrDigit(text.codePointAt(index))) {
            index += Character.charCount(text.codePointAt(index));
        }
        return index;
    }

    private static int wordEnd(String text, int from) {
        int index = from;
        while (index < text.length() && Character.isLetterOrDigit(text.codePointAt(index))) {
            index += Character.charCount(text.codePointAt(index));
        }
        return index;
    }
}
