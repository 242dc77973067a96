package io.github.scimult.encoder.packing;

import java.util.ArrayList;
import java.util.List;

/** Divides texts into chunks of a bounded number of tokens, texts of like length together. */
public final class TokenChunks {
    private TokenChunks() {}

    /**
     * The rows of each chunk.
     *
     * @param texts token ids
     * @param tokens the maximum of a chunk, but one text at least; 0 for all in one
     */
    public static List<int[]> of(int[][] texts, int tokens) {
        List<List<Integer>> chunks = new ArrayList<>();
        long inLast = 0;
        for (int row : PackedBatch.byLengthDescending(texts)) {
            int length = texts[row].length;
            if (chunks.isEmpty() || (tokens > 0 && inLast + length > tokens)) {
                chunks.add(new ArrayList<>());
                inLast = 0;
            }
            chunks.getLast().add(row);
            inLast += length;
        }
        return chunks.stream()
                .map(rows -> rows.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }
}
