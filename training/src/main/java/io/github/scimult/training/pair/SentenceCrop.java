package io.github.scimult.training.pair;

import io.github.scimult.core.random.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * One sentence of a text, to find the rest by it (the inverse cloze task of Lee et al., "Latent retrieval for weakly supervised open
 * domain question answering", 2019).
 *
 * @param from first token
 * @param to behind the last token
 */
public record SentenceCrop(int from, int to) {
    private static final int SHORTEST = 5;

    /**
     * A sentence of a text, always the same for the same number; null if it has fewer than two that are long enough.
     *
     * @param ids token ids
     * @param begin where sentences begin
     * @param end behind the last token that counts
     * @param endsSentence whether a token ends one, such as a full stop
     * @param number chooses
     */
    public static SentenceCrop of(int[] ids, int begin, int end, IntPredicate endsSentence, long number) {
        List<SentenceCrop> sentences = new ArrayList<>();
        int from = begin;
        for (int index = begin; index < end; index++) {
            if (endsSentence.test(ids[index]) || index == end - 1) {
                if (index + 1 - from >= SHORTEST) {
                    sentences.add(new SentenceCrop(from, index + 1));
                }
                from = index + 1;
            }
        }
        return sentences.size() < 2
                ? null
                : sentences.get(Math.floorMod(Seeds.derive(number, sentences.size()), sentences.size()));
    }
}
