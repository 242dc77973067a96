package io.github.scimult.search.tag.stem;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.text.SegmentedText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A text is the stems of its sentences. */
class StemmedTextTest {
    @ParameterizedTest
    @CsvSource({
        "Neural Networks, neural network",
        "the drawing of graphs, draw graph",
        "The cat's whiskers, cat whisker",
        "studies, studi",
        "X-rays, x rai",
        "'of, and, the', ''",
        "'...', ''"
    })
    void aPhraseIsItsStemsInTheirOrder(String phrase, String stems) {
        assertThat(String.join(" ", StemmedText.stems(phrase))).isEqualTo(stems);
    }

    @Test
    void theFirstSegmentsSentencesAreTheTitle() {
        StemmedText text = StemmedText.of(SegmentedText.of("Graphs. Drawn large!", "We draw. They see. All is well."));
        assertThat(text.titleSentences()).isEqualTo(2);
        assertThat(text.sentences()).hasSize(5).first().isEqualTo(List.of("graph"));
    }

    @Test
    void anEmptySegmentIsNone() {
        assertThat(StemmedText.of(SegmentedText.of("", "We draw. They see.")))
                .isEqualTo(StemmedText.of(SegmentedText.of("We draw. They see.")));
    }

    @Test
    void aTitleOfStopWordsIsATitleAllTheSame() {
        StemmedText text = StemmedText.of(SegmentedText.of("To be", "Graphs are drawn."));
        assertThat(text.titleSentences()).isEqualTo(1);
        assertThat(text.sentences()).containsExactly(List.of(), List.of("graph", "drawn"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "\t"})
    void aTextOfNothingHasNoSentence(String nothing) {
        assertThat(StemmedText.of(SegmentedText.of(nothing, nothing))).isEqualTo(new StemmedText(List.of(), 0));
    }

    @Test
    void noWordIsLostBetweenSentences() {
        String text = "Alpha beta? Gamma (delta) e.g. epsilon; zeta: eta.\nTheta… Iota — kappa!";
        List<String> all = StemmedText.of(SegmentedText.of(text)).sentences().stream()
                .flatMap(List::stream)
                .toList();
        assertThat(all).isEqualTo(StemmedText.stems(text));
    }
}
