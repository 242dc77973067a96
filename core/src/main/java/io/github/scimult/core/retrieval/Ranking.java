package io.github.scimult.core.retrieval;

import java.util.Arrays;

/**
 * The best candidates of a query, best first.
 *
 * @param rows candidate rows
 * @param scores their scores, in the same order
 */
@SuppressWarnings("ArrayRecordComponent")
public record Ranking(int[] rows, float[] scores) {
    public int size() {
        return rows.length;
    }

    /** The best {@code count} of them; all if there are not more. */
    public Ranking first(int count) {
        return count >= rows.length ? this : new Ranking(Arrays.copyOf(rows, count), Arrays.copyOf(scores, count));
    }

    /** Those with a score above 0: what a lexical scorer has found. */
    public Ranking positive() {
        int count = 0;
        while (count < scores.length && scores[count] > 0) {
            count++;
        }
        return first(count);
    }
}
