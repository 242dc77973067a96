package io.github.scimult.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StyleTest {
    private static final Style PLAIN = new Style(20, false);

    @Test
    void linesFitTheWidthAndAreIndented() {
        String wrapped = PLAIN.wrapped("one two three four five six seven", "  ");
        assertThat(wrapped.lines()).containsExactly("  one two three four", "  five six seven");
    }

    @Test
    void aWordLongerThanTheLineStandsAlone() {
        assertThat(PLAIN.wrapped("a pneumonoultramicroscopic word", "").lines())
                .containsExactly("a", "pneumonoultramicroscopic", "word");
    }

    @Test
    void fittedTextHasExactlyTheColumnsAskedFor() {
        assertThat(Style.fitted("abc", 5)).isEqualTo("abc  ");
        assertThat(Style.fitted("abcdef", 5)).isEqualTo("abcd…");
        assertThat(Style.fitted("abc def", 5)).isEqualTo("abc… ");
        assertThat(Style.fitted("𝒜𝒜𝒜𝒜", 3)).isEqualTo("𝒜𝒜…");
    }

    @Test
    void escapeSequencesAppearOnlyWhereTheyAreUnderstood() {
        assertThat(PLAIN.bold("x") + PLAIN.dim("x") + PLAIN.green("x")).isEqualTo("xxx");
        assertThat(new Style(20, true).green("x")).isEqualTo("\u001b[32mx\u001b[0m");
    }
}
