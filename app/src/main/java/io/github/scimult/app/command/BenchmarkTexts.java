package io.github.scimult.app.command;

import io.github.scimult.core.record.Paper;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.encoder.tokenizer.TextTokenizer;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The texts of a measurement, papers in the file's order, round and round.
 *
 * @param maxLength tokens after which texts are cut
 * @param wholeLength whether every text is filled up to that with those of the papers that follow
 */
record BenchmarkTexts(List<Paper> papers, TextTokenizer tokenizer, int maxLength, boolean wholeLength) {
    /** {@code count} titles from the {@code first} on, as token ids. */
    int[][] titles(int first, int count) {
        return tokens(first, count, Paper::title);
    }

    int[][] abstracts(int first, int count) {
        return tokens(first, count, Paper::text);
    }

    int[] ids(String text) {
        return tokenizer.encodeAll(List.of(SegmentedText.of(text)), maxLength)[0];
    }

    private int[][] tokens(int first, int count, Function<Paper, String> part) {
        IntFunction<String> text = index -> part.apply(papers.get(index % papers.size()));
        return tokenizer.encodeAll(
                IntStream.range(first, first + count)
                        .mapToObj(index -> SegmentedText.of(wholeLength ? filled(index, text) : text.apply(index)))
                        .toList(),
                maxLength);
    }

    /** English has some five characters a token; eight are enough. */
    private String filled(int index, IntFunction<String> text) {
        StringBuilder longer = new StringBuilder();
        for (int next = index; longer.length() < 8 * maxLength; next++) {
            longer.append(text.apply(next)).append(' ');
        }
        return longer.toString();
    }
}
