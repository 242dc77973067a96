package io.github.scimult.core.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds the labels whose name occurs in a text as a phrase of whole words, whatever the case and however many blanks lie
 * between the words. A word is a run of letters and digits with their marks; a name with other characters ("c++", "x-ray")
 * must occur with these, and no letter, digit or mark may touch it on either side. A phrase does not reach from the title into
 * the abstract. A name of one letter ("C") is found where it stands for itself, not in "vitamin C" or "C++".
 */
public final class LabelNameMatcher {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private record Name(int label, String text, int firstWordAt) {}

    private final Map<String, List<Name>> byFirstWord = new HashMap<>();
    private final SingleLetterNames singleLetters = new SingleLetterNames();

    /**
     * Names to look for.
     *
     * @param names (labels); one without a letter or digit is never found
     */
    public LabelNameMatcher(List<String> names) {
        for (int label = 0; label < names.size(); label++) {
            add(names.get(label), label);
        }
    }

    /**
     * Names and synonyms to look for.
     *
     * @param names (labels) all names of each
     */
    public static LabelNameMatcher ofSynonyms(List<List<String>> names) {
        LabelNameMatcher matcher = new LabelNameMatcher(List.of());
        for (int label = 0; label < names.size(); label++) {
            for (String name : names.get(label)) {
                matcher.add(name, label);
            }
        }
        return matcher;
    }

    private void add(String name, int label) {
        if (SingleLetterNames.isOne(name.strip())) {
            singleLetters.add(name.strip(), label);
            return;
        }
        String text = lowerCase(oneBlank(name));
        int start = wordStart(text, 0);
        if (start < text.length()) {
            String firstWord = text.substring(start, wordEnd(text, start));
            byFirstWord.computeIfAbsent(firstWord, word -> new ArrayList<>()).add(new Name(label, text, start));
        }
    }

    /** The labels whose name occurs, ascending. */
    public int[] in(SegmentedText text) {
        BitSet found = new BitSet();
        for (String segment : text.segments()) {
            String words = oneBlank(segment);
            singleLetters.find(words, found);
            find(lowerCase(words), found);
        }
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
                && (start == 0 || !isOfWord(text.codePointBefore(start)))
                && (end == text.length() || !isOfWord(text.codePointAt(end)));
    }

    /** A letter without its accent, written as a mark of its own behind it, is another letter. */
    private static boolean isOfWord(int character) {
        return Character.isLetterOrDigit(character)
                || Character.getType(character) == Character.NON_SPACING_MARK
                || Character.getType(character) == Character.COMBINING_SPACING_MARK;
    }

    private static String oneBlank(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
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
        while (index < text.length() && isOfWord(text.codePointAt(index))) {
            index += Character.charCount(text.codePointAt(index));
        }
        return index;
    }
}
