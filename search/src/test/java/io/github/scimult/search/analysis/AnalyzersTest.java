package io.github.scimult.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How texts and names become terms, in every language. */
class AnalyzersTest {
    private static final String MIXED =
            "Large-scale graphs: Müller's naïve Ansätze, les réseaux, графы, 图的绘制, किताबें, ไทย, 1990s! ﬁn. Ｆｕｌｌ e\u0301te\u0301";

    private record Token(String term, int start, int end, int position) {}

    private static List<Token> tokens(Analyzer analyzer, String text) throws IOException {
        List<Token> found = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("any", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute position = tokens.addAttribute(PositionIncrementAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                found.add(new Token(
                        term.toString(), offset.startOffset(), offset.endOffset(), position.getPositionIncrement()));
            }
            tokens.end();
        }
        return found;
    }

    private static List<String> terms(Analyzer analyzer, String text) throws IOException {
        return tokens(analyzer, text).stream().map(Token::term).toList();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageIsFoundByItsNameInAnyCase(Language language) {
        assertThat(Language.parse(language.toString())).isEqualTo(language);
        assertThat(Language.parse(language.name())).isEqualTo(language);
        assertThat(language.toString()).isEqualTo(language.name().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @CsvSource({"de, GERMAN", "DE, GERMAN", "pt-br, BRAZILIAN", "pt, PORTUGUESE", "cjk, CJK", "el, GREEK", "En, ENGLISH"
    })
    void codesNameLanguagesToo(String code, Language language) {
        assertThat(Language.parse(code)).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "klingon", "de ", "englisch", "zh"})
    void anUnknownLanguageIsRefusedWithAllThatThereAre(String name) {
        assertThatThrownBy(() -> Language.parse(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + name + "'")
                .hasMessageContaining("english")
                .hasMessageContaining("turkish");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void tokensOfEveryLanguageStandWhereTheTextHasThem(Language language) throws IOException {
        List<Token> tokens = tokens(TextAnalyzer.of(language), MIXED);

        assertThat(tokens).hasSizeGreaterThan(8).allSatisfy(token -> {
            assertThat(token.term()).isNotBlank();
            assertThat(token.start()).isBetween(0, token.end());
            assertThat(token.end()).isLessThanOrEqualTo(MIXED.length());
        });
        int last = 0;
        for (Token token : tokens) {
            assertThat(token.start()).as(token.term()).isGreaterThanOrEqualTo(last);
            last = token.start();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theEncodingOfATextChangesNoTermOfIt(Language language) throws IOException {
        Analyzer analyzer = TextAnalyzer.of(language);
        assertThat(terms(analyzer, Normalizer.normalize(MIXED, Normalizer.Form.NFD)))
                .isEqualTo(terms(analyzer, Normalizer.normalize(MIXED, Normalizer.Form.NFC)));
    }

    @Test
    void asciiEnglishIsAnalysedAsLuceneDoes() throws IOException {
        String text = "The graph's drawings aren't flying; U.S. e-mails of 1990s are relational databases' and X-rays.";
        assertThat(terms(TextAnalyzer.of(Language.ENGLISH), text)).isEqualTo(terms(new EnglishAnalyzer(), text));
    }

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, résumés, resume",
        "ENGLISH, Graphs, graph",
        "GERMAN, Häuser, Haus",
        "FRENCH, été, ete",
        "RUSSIAN, ГРАФЫ, графы",
        "ENGLISH, ℝ, r",
        "ENGLISH, 𝐆raphs, graph",
        "GERMAN, ℕ, n"
    })
    void formsOfAWordAreOneTerm(Language language, String one, String other) throws IOException {
        Analyzer analyzer = TextAnalyzer.of(language);
        assertThat(terms(analyzer, one)).isEqualTo(terms(analyzer, other)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "J.R. Müller, j r muller",
        "D'Arcy, d arcy",
        "D’Arcy, d arcy",
        "Ann-Marie, ann marie",
        "The graphs, the graphs",
        "GAUẞ, gauss",
        "a_b, a b",
        "山田太郎, 山 田 太 郎"
    })
    void namesStayAsTheyAreWrittenWordByWord(String name, String words) throws IOException {
        assertThat(terms(NameAnalyzer.ofQueries(), name)).containsExactly(words.split(" "));
    }

    @Test
    void recordsHaveInitialsBesideTheirNames() throws IOException {
        List<Token> tokens = tokens(NameAnalyzer.ofRecords(), "Jörg 𝐌üller X");
        assertThat(tokens).extracting(Token::term).containsExactly("jorg", "j", "muller", "m", "x");
        assertThat(tokens).extracting(Token::position).containsExactly(1, 0, 1, 0, 1);
    }

    @Test
    void whatAQueryAsksForIsAmongWhatARecordOfThatNameHas() throws IOException {
        for (String name :
                List.of("Jörg Müller", "J.R.R. Tolkien", "O'Neil", "Øystein Åse", "Żółć", "漢 字", "Łoś-Ćma")) {
            Set<String> indexed = new HashSet<>(terms(NameAnalyzer.ofRecords(), name));
            assertThat(indexed).containsAll(terms(NameAnalyzer.ofQueries(), name));
            assertThat(indexed).containsAll(terms(NameAnalyzer.ofQueries(), name.toUpperCase(Locale.ROOT)));
        }
    }
}
