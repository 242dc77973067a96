package io.github.scimult.encoder.tokenizer;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A tokenizer that remembers words. The library needs some 250 µs for an abstract; most of its words it has seen before,
 * and no token reaches over a blank, so it is only asked for a word that is new, and only until there are enough ids.
 */
final class WordTokenizer implements AutoCloseable {
    /** Words in the order of their appearance: the frequent ones come first, some 15 MB in all. */
    private static final int MOST_WORDS = 100_000;

    private static final int LONGEST_WORD = 40;

    private final NativeTokenizer tokenizer;
    private final boolean wordByWord;
    private final boolean blankBelongsToWord;
    private final ConcurrentHashMap<String, int[]> known = new ConcurrentHashMap<>();

    WordTokenizer(TokenizerJson definition, byte[] tokenizerJson) throws IOException {
        this.tokenizer = new NativeTokenizer(tokenizerJson, definition.origin());
        this.wordByWord = definition.goesWordByWord();
        this.blankBelongsToWord = definition.scheme() == SubwordScheme.BYTE_LEVEL;
    }

    /** All ids of a text. */
    int[] ids(String text) {
        return leadingIds(text, Integer.MAX_VALUE);
    }

    /** The ids of a text, at least the first {@code wanted} of them if it has so many. */
    int[] leadingIds(String text, int wanted) {
        if (!wordByWord) {
            return tokenizer.ids(text);
        }
        int[] ids = new int[Math.min(wanted, text.length() / 4 + 8)];
        int count = 0;
        for (int begin = 0; begin < text.length() && count < wanted; ) {
            int end = blankBelongsToWord ? beforeLoneBlank(text, begin + 1) : beforeBlank(text, begin);
            if (end > begin) {
                int[] word = idsOfWord(text.substring(begin, end));
                if (count + word.length > ids.length) {
                    ids = Arrays.copyOf(ids, Math.max(2 * ids.length, count + word.length));
                }
                System.arraycopy(word, 0, ids, count, word.length);
                count += word.length;
            }
            begin = blankBelongsToWord ? end : end + 1;
        }
        return Arrays.copyOf(ids, count);
    }

    private static int beforeBlank(String text, int from) {
        int blank = text.indexOf(' ', from);
        return blank < 0 ? text.length() : blank;
    }

    /** Before the next blank that stands alone between what is no white space: others are not part of the word behind them. */
    private static int beforeLoneBlank(String text, int from) {
        int blank = beforeBlank(text, from);
        while (blank < text.length() && !(isInk(text, blank - 1) && isInk(text, blank + 1))) {
            blank = beforeBlank(text, blank + 1);
        }
        return blank;
    }

    private static boolean isInk(String text, int index) {
        if (index < 0 || index >= text.length()) {
            return false;
        }
        char character = text.charAt(index);
        return !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && !Character.isISOControl(character);
    }

    private int[] idsOfWord(String word) {
        int[] ids = known.get(word);
        if (ids == null) {
            ids = tokenizer.ids(word);
            // Threads at once may overshoot the bound by a few words, which does not matter.
            if (word.length() <= LONGEST_WORD && known.mappingCount() < MOST_WORDS) {
                known.put(word, ids);
            }
        }
        return ids;
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
