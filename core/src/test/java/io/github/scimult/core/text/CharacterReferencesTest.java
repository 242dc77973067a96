package io.github.scimult.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.SplittableRandom;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** References become characters, and nothing else becomes one. */
class CharacterReferencesTest {
    @ParameterizedTest
    @CsvSource({
        "&eacute;, é",
        "&#233;, é",
        "&#xe9;, é",
        "&#XE9;, é",
        "&#x1F600;, 😀",
        "&#128512;, 😀",
        "&alpha;&beta;, αβ",
        "&lt;b&gt;, <b>",
        "&amp;lt;, &lt;",
        "AT&amp;T, AT&T",
        "&hellip;, …"
    })
    void aReferenceIsItsCharacter(String text, String decoded) {
        assertThat(CharacterReferences.decoded(text)).isEqualTo(decoded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AT&T",
                "R&D;",
                "&",
                "&;",
                "&#;",
                "&#x;",
                "&unknown;",
                "& amp;",
                "&amp",
                "&#12345678;",
                "&#x1234567;",
                "a&b;c",
                "&é;",
                "&#xyz;",
                "&#-1;"
            })
    void whatIsNoKnownReferenceStays(String text) {
        assertThat(CharacterReferences.decoded(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&#0;", "&#x1;", "&#xD800;", "&#xDFFF;", "&#x110000;", "&#9999999;", "&#8;"})
    void aNumberThatIsNoCharacterOfATextBecomesABlank(String reference) {
        assertThat(CharacterReferences.decoded("a" + reference + "b")).isEqualTo("a b");
    }

    @Test
    void everyCharacterIsReadByBothOfItsNumbers() {
        for (int point = 0x20; point <= Character.MAX_CODE_POINT; point += point < 0x3000 ? 1 : 101) {
            if (Character.getType(point) != Character.SURROGATE) {
                String character = Character.toString(point);
                assertThat(CharacterReferences.decoded("&#" + point + ";")).isEqualTo(character);
                assertThat(CharacterReferences.decoded("&#x" + Integer.toHexString(point) + ";"))
                        .isEqualTo(character);
            }
        }
    }

    @Test
    void xmlCanBeReadWhateverAmpersandsAreInItAndSaysTheSame()
            throws ParserConfigurationException, SAXException, IOException {
        List<String> pieces = List.of(
                "&",
                "&amp;",
                "&lt;",
                "&eacute;",
                "&unknown;",
                "&#233;",
                "&#x3c;",
                "a",
                ";",
                "#",
                "&#0;",
                "&;",
                "&#60",
                "😀");
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            for (int piece = 0; piece < 8; piece++) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            String xml = "<t>" + CharacterReferences.forXml(text.toString()) + "</t>";
            String read = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement()
                    .getTextContent();
            assertThat(read).as(text.toString()).isEqualTo(CharacterReferences.decoded(text.toString()));
        }
    }

    @Test
    void plainTextsOfAnyKindComeBackAsTheyAre() {
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 500; i++) {
            String text = random.ints(20, 0x20, 0x2fff)
                    .filter(point -> point != '&' && point != '<')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(PlainText.of(text)).isEqualTo(text);
            assertThat(CharacterReferences.decoded(text)).isSameAs(text);
            assertThat(CharacterReferences.forXml(text)).isSameAs(text);
        }
    }

    @Test
    void whatIsPlainIsPlainAfterASecondTime() {
        List<String> pieces = List.of(
                "<i>",
                "</i>",
                "<p>",
                "&lt;i&gt;",
                "&lt;/i&gt;",
                "&amp;",
                " ",
                "\n",
                "x",
                "<jats:p>",
                "</jats:p>",
                "<y>",
                "5 < 6",
                "&",
                "<br/>",
                "<sup>2</sup>",
                "&#160;");
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int piece = 0; piece < 6; piece++) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            String plain = PlainText.of(text.toString());
            assertThat(PlainText.of(plain)).as(text.toString()).isEqualTo(plain);
        }
    }

    @Test
    void aReplacementCharacterOfExpressionsIsAnOrdinaryOne() {
        assertThatCode(() -> CharacterReferences.decoded("&dollar;1 &#36;1 &#92;1"))
                .doesNotThrowAnyException();
        assertThat(CharacterReferences.decoded("&#36;1 &#92;1")).isEqualTo("$1 \\1");
        assertThat(CharacterReferences.forXml("&#36;1 &#92;1")).isEqualTo("$1 \\1");
    }
}
