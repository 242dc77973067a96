package io.github.scimult.model.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Divides a batch's texts into chunks of a bounded number of tokens, texts of like length together. */
final class TextChunks {
    private TextChunks() {}

    /**
     * The rows of each chunk.
     *
     * @param texts token ids
     * @param tokens at most so many a chunk, but one text at least; 0 for all in one
     */
    static List<int[]> of(int[][] texts, int tokens) {
        List<List<Integer>> chunks = new ArrayList<>();
        long inLast = 0;
        for (int row : longestFirst(texts)) {
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

    private static int[] longestFirst(int[][] texts) {
        return IntStream.range(0, texts.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer row) -> -texts[row].length))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
