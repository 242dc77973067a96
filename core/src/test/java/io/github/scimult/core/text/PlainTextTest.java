package io.github.scimult.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The <i>Drosophila</i> cycle                                          | The Drosophila cycle
            The &lt;i&gt;Drosophila&lt;/i&gt; cycle                              | The Drosophila cycle
            A &amp;amp; B &amp;lt; C                                             | A & B < C
            H<sub>2</sub>O and 10<sup>−3</sup>                                   | H2O and 10−3
            <p>One.</p><p>Two.</p>                                               | One. Two.
            line<br/>break<br>again                                              | line break again
            <jats:title>Abstract</jats:title><jats:p>Text</jats:p>               | Abstract Text
            <span style="font-variant:small-caps;">d</span>-lactate              | d-lactate
            caf&eacute; &ndash; na&#239;ve &#x2265; &hellip; &ccaron;            | café – naïve ≥ … č
            <a href="http://x/?a=b&amp;c">link</a>                               | link
            <SCP>UPPER</SCP> <Emphasis>unknown</Emphasis>                        | UPPER <Emphasis>unknown</Emphasis>
            k<mml:math xmlns:mml="http://x"><mml:mi>n</mml:mi></mml:math>        | kn
            <math><semantics><mi>x</mi><annotation>x</annotation></semantics></math> y | x y
            <tex-math>\\documentclass{a}\\begin{document}$$x^2$$\\end{document}</tex-math> | $x^2$
            """)
    void tagsGoAndReferencesBecomeCharacters(String text, String plain) {
        assertThat(PlainText.of(text)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p < 0.05 and q > 3",
                "a<b and b>c",
                "i<b>j",
                "x <y> z",
                "List<String> in C<T>",
                "AT&T; R&D &unknown; &",
                "<jdoe@example.org>",
                "1 < 2 </b> nothing began",
                "  spaces   and\nlines stay  "
            })
    void whatOnlyLooksLikeMarkupStays(String text) {
        assertThat(PlainText.of(text)).isSameAs(text);
    }

    @Test
    void aHugeTextOfBrokenTagsTakesNoTime() {
        String text =
                "<i>".repeat(200_000) + "<annotation ".repeat(50_000) + "<!--".repeat(50_000) + "&amp".repeat(100_000);
        assertThat(CompletableFuture.supplyAsync(() -> PlainText.of(text))).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void anAmpersandOfXmlIsEscapedUnlessItBeginsAReference() {
        assertThat(CharacterReferences.forXml("&eacute; &amp; &lt; &#60; &unknown; AT&T"))
                .isEqualTo("é &amp; &lt; &lt; &amp;unknown; AT&amp;T");
    }
}
