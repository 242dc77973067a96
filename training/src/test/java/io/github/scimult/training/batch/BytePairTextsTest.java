package io.github.scimult.training.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.encoder.tokenizer.TextTokenizer;
import io.github.scimult.training.pair.SalientPhrases;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Words and sentences in RoBERTa's tokens, whose words begin with a blank instead of being continued by a mark. */
class BytePairTextsTest {
    private static final List<String> TEXTS = List.of(
            "We study graphs. Graph drawing is hard!",
            "Physical systems are simulated by a method. It is fast",
            "Another text about nothing in particular, it says.",
            "Graph drawing again: graph drawing for all.");

    @Test
    void wordsEndWhereTheNextBeginsAndSentencesAtTheirMarks() throws IOException {
        try (TextTokenizer tokenizer = TextTokenizer.load(Golden.path("tiny-roberta"))) {
            TokenWords words = TokenWords.of(tokenizer);
            int[] ids = inner(tokenizer, TEXTS.getFirst());
            StringBuilder text = new StringBuilder();
            for (int id : ids) {
                text.append(words.continues(id) || !words.isWord(id) ? "" : " ").append(tokenizer.text(id));
                text.append(words.endsSentence(id) ? "|" : "");
            }
            assertThat(text.toString().strip()).isEqualTo("We study graphs.| Graph drawing is hard!|");
        }
    }

    @Test
    void salientPhrasesAreWholeWords() throws IOException {
        try (TextTokenizer tokenizer = TextTokenizer.load(Golden.path("tiny-roberta"))) {
            // What a tenth of the texts have is no phrase: there must be many others.
            int[][] texts = IntStream.range(0, 30)
                    .mapToObj(row -> inner(tokenizer, row < TEXTS.size() ? TEXTS.get(row) : "A filler of the rest."))
                    .toArray(int[][]::new);
            SalientPhrases phrases = SalientPhrases.of(texts.length, row -> texts[row], TokenWords.of(tokenizer));
            for (int row = 0; row < TEXTS.size(); row++) {
                String query = IntStream.of(phrases.query(texts[row]))
                        .mapToObj(id -> (tokenizer.continuesWord(id) ? "" : " ") + tokenizer.text(id))
                        .collect(Collectors.joining());
                List<String> words = List.of(query.strip().split("\\s+"));
                assertThat(words).as(TEXTS.get(row)).hasSizeGreaterThan(1);
                assertThat(List.of(TEXTS.get(row).split("\\W+"))).containsAll(words);
            }
        }
    }

    private static int[] inner(TextTokenizer tokenizer, String text) {
        int[] ids = tokenizer.encode(SegmentedText.of(text), 128);
        return Arrays.copyOfRange(ids, 1, ids.length - 1);
    }
}
