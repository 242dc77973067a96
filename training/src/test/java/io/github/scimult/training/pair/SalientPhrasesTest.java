package io.github.scimult.training.pair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Phrases that somebody might search for, chosen by what is rare elsewhere and frequent here. */
class SalientPhrasesTest {
    private static final List<String> TOKENS = new ArrayList<>(List.of("."));

    /** Words by spaces; ".", and "##x" for a continuation. */
    private static int[] ids(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split(" "))
                .mapToInt(token -> {
                    if (!TOKENS.contains(token)) {
                        TOKENS.add(token);
                    }
                    return TOKENS.indexOf(token);
                })
                .toArray();
    }

    private static String words(int[] ids) {
        return Arrays.stream(ids).mapToObj(TOKENS::get).collect(Collectors.joining(" "));
    }

    private static final SalientPhrases.Words WORDS = new SalientPhrases.Words() {
        @Override
        public boolean continues(int token) {
            return TOKENS.get(token).startsWith("##");
        }

        @Override
        public boolean isWord(int token) {
            return !TOKENS.get(token).equals(".");
        }
    };

    /** The texts among forty others of common words. */
    private static SalientPhrases ofAll() {
        int[][] all = IntStream.range(0, TEXTS.length + 40)
                .mapToObj(row -> ids(
                        row < TEXTS.length ? TEXTS[row] : "we study the data of others and are used on thing" + row))
                .toArray(int[][]::new);
        return SalientPhrases.of(all.length, row -> all[row], WORDS);
    }

    private static final String[] TEXTS = {
        "we study graph neural net ##works . graph neural net ##works are used on the data",
        "we study the data of the sun . the sun is used",
        "we study the graph neural net ##works of others and the data",
        "we study the moon and the data of the moon"
    };

    @Test
    void whatIsFrequentHereAndRareElsewhereIsChosenInTheOrderOfTheText() {
        String query = words(ofAll().query(ids(TEXTS[0])));
        assertThat(query)
                .contains("graph neural net ##works")
                .doesNotContain("data")
                .doesNotContain("study");
        assertThat(words(ofAll().query(ids(TEXTS[3])))).contains("moon").doesNotContain("the");
    }

    @Test
    void wordsAreNeverTornAndPhrasesNeverOverlap() {
        for (String text : TEXTS) {
            String query = words(ofAll().query(ids(text)));
            assertThat(query).doesNotStartWith("##");
            assertThat(query.contains("net") && !query.contains("net ##works")).isFalse();
            assertThat(query.split(" ")).as("each word once").doesNotHaveDuplicates();
        }
    }

    @Test
    void aTextWithoutWordsHasNoPhrases() {
        assertThat(ofAll().query(ids(". ."))).isEmpty();
        assertThat(ofAll().query(new int[0])).isEmpty();
    }
}
