package io.github.scimult.training.pair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The phrases that mark a text off from the others of its collection: n-grams of up to three words with the greatest BM25 weight
 * (Robertson and Walker, 1994), as somebody might type them into a search box. Texts are token ids; a word is a token with the
 * continuations behind it.
 *
 * <p>How many texts an n-gram occurs in is counted in a table of a fixed size, so that memory does not grow with the collection; two
 * n-grams that share a place count as one, which at worst makes a phrase look more common than it is.
 */
public final class SalientPhrases {
    private static final int PLACES = 1 << 22;
    private static final int MOST_WORDS = 3;
    private static final int PHRASES = 3;
    private static final double SATURATION = 1.2;
    private static final double LENGTH_SHARE = 0.75;
    /** A word that more texts have than this share begins and ends no phrase. */
    private static final double COMMON = 0.1;

    private final Words words;
    private final int[] texts = new int[PLACES];
    private int size;
    private long length;

    /** Tells words in token ids. */
    public interface Words {
        /** Whether a token continues the word before it. */
        boolean continues(int token);

        /** Whether a token is a letter, a number, or begins with one; others stand between phrases. */
        boolean isWord(int token);
    }

    private SalientPhrases(Words words) {
        this.words = words;
    }

    /**
     * Counts all texts of a collection.
     *
     * @param ids of a text, without [CLS] and [SEP]; asked by several threads at once
     */
    public static SalientPhrases of(int size, IntFunction<int[]> ids, Words words) {
        AtomicIntegerArray having = new AtomicIntegerArray(PLACES);
        SalientPhrases phrases = new SalientPhrases(words);
        phrases.size = size;
        phrases.length = IntStream.range(0, size)
                .parallel()
                .mapToLong(row -> phrases.count(ids.apply(row), having))
                .sum();
        Arrays.setAll(phrases.texts, having::get);
        return phrases;
    }

    /** @return the text's length */
    private int count(int[] ids, AtomicIntegerArray having) {
        phrases(ids).stream().mapToInt(Phrase::place).distinct().forEach(having::incrementAndGet);
        return ids.length;
    }

    /**
     * Tokens of the range [from, to) of a text.
     *
     * @param place in the table
     * @param wordCount how many words
     */
    private record Phrase(int from, int to, int place, int wordCount) {}

    private List<Phrase> phrases(int[] ids) {
        List<Phrase> all = new ArrayList<>();
        for (int from = 0; from < ids.length; from++) {
            int to = from;
            for (int count = 1; count <= MOST_WORDS && isWordStart(ids, to); count++) {
                to = endOfWord(ids, to);
                all.add(new Phrase(from, to, place(ids, from, to), count));
            }
        }
        return all;
    }

    private boolean isWordStart(int[] ids, int index) {
        return index < ids.length && words.isWord(ids[index]) && !words.continues(ids[index]);
    }

    private int endOfWord(int[] ids, int start) {
        int end = start + 1;
        while (end < ids.length && words.continues(ids[end])) {
            end++;
        }
        return end;
    }

    private static int place(int[] ids, int from, int to) {
        long hash = (long) to - from;
        for (int i = from; i < to; i++) {
            hash = (hash ^ ids[i]) * 0x9e3779b97f4a7c15L;
        }
        return (int) ((hash ^ (hash >>> 29)) & (PLACES - 1));
    }

    /** The tokens of the best phrases, in the order of the text; empty if it has none. */
    public int[] query(int[] ids) {
        List<Phrase> chosen = new ArrayList<>();
        for (Phrase phrase : best(ids)) {
            boolean apart =
                    chosen.stream().allMatch(other -> phrase.to() <= other.from() || other.to() <= phrase.from());
            if (apart && chosen.size() < PHRASES) {
                chosen.add(phrase);
            }
        }
        return chosen.stream()
                .sorted(Comparator.comparingInt(Phrase::from))
                .flatMapToInt(phrase -> Arrays.stream(ids, phrase.from(), phrase.to()))
                .toArray();
    }

    /** By weight; of equal ones that which stands first. Each phrase once, where it stands first. */
    private List<Phrase> best(int[] ids) {
        Map<Integer, Integer> times = new HashMap<>();
        Map<Integer, Phrase> first = new HashMap<>();
        for (Phrase phrase : phrases(ids)) {
            times.merge(phrase.place(), 1, Integer::sum);
            first.putIfAbsent(phrase.place(), phrase);
        }
        Map<Phrase, Double> weights = new HashMap<>();
        first.values().forEach(phrase -> {
            if (isWhole(ids, phrase)) {
                weights.put(phrase, weight(phrase, times.get(phrase.place()), ids.length));
            }
        });
        return weights.entrySet().stream()
                .sorted(Map.Entry.<Phrase, Double>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().from())
                        .thenComparing(entry -> entry.getKey().to()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** No common word at either end; and several words are a phrase only if another text has them too. */
    private boolean isWhole(int[] ids, Phrase phrase) {
        int last = phrase.to() - 1;
        while (words.continues(ids[last])) {
            last--;
        }
        boolean common =
                isCommon(ids, phrase.from(), endOfWord(ids, phrase.from())) || isCommon(ids, last, phrase.to());
        return !common && (phrase.wordCount() == 1 || texts[phrase.place()] > 1);
    }

    private boolean isCommon(int[] ids, int from, int to) {
        return texts[place(ids, from, to)] > COMMON * size;
    }

    private double weight(Phrase phrase, int times, int tokens) {
        int having = texts[phrase.place()];
        double rarity = Math.log(1 + (size - having + 0.5) / (having + 0.5));
        double norm = 1 - LENGTH_SHARE + LENGTH_SHARE * tokens / ((double) length / size);
        return rarity * times * (SATURATION + 1) / (times + SATURATION * norm);
    }
}
