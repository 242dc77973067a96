package io.github.scimult.core.eval.retrieval;

/**
 * The best candidates of a query, best first.
 *
 * @param rows candidate rows
 * @param scores their scores, in the same order
 */
@SuppressWarnings("ArrayRecordComponent")
public record RankedRows(int[] rows, float[] scores) {
    public int size() {
        return rows.length;
    }
}
