package io.github.scimult.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas in texts become MathML, or stay as they are. */
class FormulasTest extends ServedPage {
    /** The markup of a text's nodes, without MathML's name space. */
    private String shown(String text) {
        go("/api");
        return page.evaluate("""
                        async ({ text }) => {
                          const { rich } = await import("/text.js");
                          const place = document.createElement("div");
                          place.append(...rich(text));
                          return place.innerHTML.replaceAll(' xmlns="http://www.w3.org/1998/Math/MathML"', "");
                        }""", Map.of("text", text)).toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$x$|<math><mi>x</mi></math>",
                "H$_2$O|H<math><msub><mrow></mrow><mn>2</mn></msub></math>O",
                "$e^{-x}$|<math><msup><mi>e</mi><mrow><mo>−</mo><mi>x</mi></mrow></msup></math>",
                "$a_i^2$|<math><msubsup><mi>a</mi><mi>i</mi><mn>2</mn></msubsup></math>",
                "$\\frac{1}{2}$|<math><mfrac><mrow><mn>1</mn></mrow><mrow><mn>2</mn></mrow></mfrac></math>",
                "${a \\over b}$|<math><mrow><mfrac><mrow><mi>a</mi></mrow><mrow><mi>b</mi></mrow></mfrac></mrow></math>",
                "$\\sqrt[3]{x}$|<math><mroot><mrow><mi>x</mi></mrow><mrow><mn>3</mn></mrow></mroot></math>",
                "$\\mathbb{R}$|<math><mi>ℝ</mi></math>",
                "$\\text{of any}\\ x$|<math><mtext>of&nbsp;any</mtext><mspace width='0.33em'></mspace><mi>x</mi></math>",
                "\\(x\\)|<math><mi>x</mi></math>",
                "$$x$$|<math><mi>x</mi></math>",
                "Schr\\\"odinger|Schrödinger",
                "costs $5 and $10|costs $5 and $10",
                "$\\mymacro{x}$|$\\mymacro{x}$",
                "$\\frac{1}$|$\\frac{1}$",
                "$x^$|$x^$",
                "$<b>$ and a<b>c|<math><mo>&lt;</mo><mi>b</mi><mo>&gt;</mo></math> and a&lt;b&gt;c"
            })
    void aFormulaIsUnderstoodWholeOrLeftAsItIs(String text, String markup) {
        assertThat(shown(text)).isEqualTo(markup.replace("'0.33em'", "\"0.33em\""));
    }

    @ParameterizedTest
    @CsvSource({"{, 5000", "\\sqrt, 5000", "x^, 20000"})
    void noTextIsTooNestedToBeShown(String part, int times) {
        assertThat(shown("$" + part.repeat(times) + "x$")).contains("x");
    }
}
