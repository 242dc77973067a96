package io.github.scimult.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A word has one form, however it is encoded. */
class FoldingTest {
    private static List<String> letters() {
        List<String> letters = new ArrayList<>();
        for (int point = 0; point < 0x20000; point++) {
            if (Character.isLetterOrDigit(point)) {
                letters.add(Character.toString(point));
            }
        }
        return letters;
    }

    @Test
    void whatIsFoldedStaysAsItIsWhenItIsFoldedAgain() {
        assertThat(letters().stream().filter(letter -> {
                    String folded = Folding.fold(letter);
                    return !Folding.fold(folded).equals(folded);
                }))
                .isEmpty();
    }

    @Test
    void composedAndDecomposedLettersFoldAlike() {
        for (Normalizer.Form form : Normalizer.Form.values()) {
            assertThat(letters().stream()
                            .filter(letter -> !Folding.fold(Normalizer.normalize(letter, form))
                                    .equals(Folding.fold(letter))))
                    .as(form.name())
                    .isEmpty();
        }
    }

    @Test
    void noWordBecomesEmpty() {
        assertThat(letters().stream().map(Folding::fold).filter(String::isEmpty))
                .isEmpty();
        assertThat(Folding.fold("\u0301")).isEqualTo("\u0301");
        assertThat(Folding.fold("")).isEmpty();
    }

    @Test
    void asciiStaysAsItIs() {
        StringBuilder ascii = new StringBuilder();
        for (char character = 0; character < 128; character++) {
            ascii.append(character);
        }
        assertThat(Folding.fold(ascii.toString())).isEqualTo(ascii.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "Müller, Muller",
        "Łukasiewicz, Lukasiewicz",
        "Erdős, Erdos",
        "Ångström, Angstrom",
        "straße, strasse",
        "œuvre, oeuvre",
        "Ｇｒａｐｈ, Graph",
        "ﬁeld, field",
        "Ελλάδα, Ελλαδα",
        "йод, иод",
        "co\u00adop, coop",
        "zero\u200bwidth, zerowidth",
        "１２, 12",
        "x², x2"
    })
    void latinGreekAndCyrillicLoseAccentsAndWidths(String written, String folded) {
        assertThat(Folding.fold(written)).isEqualTo(folded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"が", "किताब", "กำ", "שָׁלוֹם", "한국어", "தமிழ்"})
    void marksOfOtherScriptsTellWordsApart(String word) {
        assertThat(Folding.fold(word)).isEqualTo(Folding.fold(Normalizer.normalize(word, Normalizer.Form.NFD)));
        String bare = Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        if (!bare.equals(Normalizer.normalize(word, Normalizer.Form.NFD))) {
            assertThat(Folding.fold(word)).isNotEqualTo(Folding.fold(bare));
        }
    }
}
