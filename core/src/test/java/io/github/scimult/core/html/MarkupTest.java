package io.github.scimult.core.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of strangers become text on a page and nothing else. */
class MarkupTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "<script>alert(1)</script>, &lt;script&gt;alert(1)&lt;/script&gt;",
                "a & b, a &amp; b",
                "&amp;, &amp;amp;",
                "\" onload=\"x, &quot; onload=&quot;x",
                "' onload='x, &#39; onload=&#39;x",
                "x < y > z, x &lt; y &gt; z",
                "größer 数据 😀, größer 数据 😀"
            })
    void whatMeansSomethingInHtmlIsEscaped(String text, String expected) {
        assertThat(Markup.text(text)).isEqualTo(expected);
    }

    @Test
    void controlCharactersBecomeBlanks() {
        assertThat(Markup.text("a\u0000b\nc\u0085d")).isEqualTo("a b c d");
        assertThat(Markup.text("")).isEmpty();
    }

    @Test
    void anElementEndsAsItBegins() {
        assertThat(Markup.element("td class=\"number\"", "<1")).isEqualTo("<td class=\"number\">&lt;1</td>");
        assertThat(Markup.element("b", "")).isEqualTo("<b></b>");
    }

    @Test
    void aShortTextStaysAndALongOneEndsBetweenWords() {
        assertThat(Markup.shortened("short enough", 12)).isEqualTo("short enough");
        assertThat(Markup.shortened("a text that is too long", 14)).isEqualTo("a text that is …");
        assertThat(Markup.shortened("a text that is too long", 13)).isEqualTo("a text that …");
    }

    @Test
    void aTextWithoutWordsEndsAtTheLimit() {
        assertThat(Markup.shortened("abcdefghij", 5)).isEqualTo("abcde …");
        assertThat(Markup.shortened("a bcdefghijklmnop", 10)).isEqualTo("a bcdefghi …");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void aCharacterIsNeverCutInHalf(int limit) {
        String cut = Markup.shortened("😀😀😀😀", limit);
        assertThat(cut.chars()
                                .filter(unit -> Character.isSurrogate((char) unit))
                                .count()
                        % 2)
                .isZero();
        assertThat(cut.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE))
                .isTrue();
    }

    @Test
    void markupOfManyIsOneBehindTheOther() {
        assertThat(Markup.each(List.of(1, 2, 3), number -> "<i>" + number + "</i>"))
                .isEqualTo("<i>1</i><i>2</i><i>3</i>");
        assertThat(Markup.each(List.of(), number -> "x")).isEmpty();
    }

    @Test
    void aPageNeedsNothingFromElsewhereAndEscapesItsTitle() {
        String page = HtmlPage.of("<t> & title", "<header></header>", "<p>body</p>", "foot");
        assertThat(page)
                .startsWith("<!doctype html>")
                .contains("<title>&lt;t&gt; &amp; title", "<p>body</p>", "foot", "charset")
                .doesNotContain("<script", "http://", "https://", "@import");
    }
}
