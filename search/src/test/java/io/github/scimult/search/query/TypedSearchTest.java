package io.github.scimult.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed is a search, and no word of it is lost. */
class TypedSearchTest {
    private static final List<String> PIECES = List.of(
            "graph", "é", "漢", " ", "  ", "\t", "\"", "“", "”", "„", "-", "−", "NOT ", "AND", "OR", ":", "author:",
            "title:", "year:", "label:", "venue:", "2005", "[", "]", " TO ", "(", ")", "*", "\\", "+", "😀", "<", "=",
            "..", "'", "x");

    private static String typed(SplittableRandom random) {
        StringBuilder typed = new StringBuilder();
        int pieces = random.nextInt(14);
        for (int i = 0; i < pieces; i++) {
            typed.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return typed.toString();
    }

    private static String everything(SearchText text) {
        return text.words() + " "
                + text.clauses().stream().map(QueryClause::value).collect(Collectors.joining(" "));
    }

    private static long count(String text, String piece) {
        return (text.length() - text.replace(piece, "").length()) / piece.length();
    }

    @Test
    void noWordIsLostWhateverIsTypedBesideIt() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 5_000; i++) {
            String typed = typed(random);
            SearchText text = SearchText.parse(typed);
            for (String word : List.of("graph", "é", "漢", "2005", "😀")) {
                assertThat(count(everything(text), word)).as(typed).isGreaterThanOrEqualTo(count(typed, word));
            }
        }
    }

    @Test
    void everyDemandHasALetterOrDigitAndOnlySoundYears() {
        SplittableRandom random = new SplittableRandom(12);
        for (int i = 0; i < 5_000; i++) {
            for (QueryClause clause : SearchText.parse(typed(random)).clauses()) {
                assertThat(clause.value())
                        .matches("(?s).*[\\p{L}\\p{N}].*")
                        .isEqualTo(clause.value().strip());
                if (clause.field() == QueryField.YEAR) {
                    assertThat(YearRange.parse(clause.value())).isPresent();
                }
            }
        }
    }

    @Test
    void wordsWithoutSyntaxRankAsTheyWereTyped() {
        SplittableRandom random = new SplittableRandom(13);
        for (int i = 0; i < 500; i++) {
            String typed = random.ints(1 + random.nextInt(6), 0, 4)
                    .mapToObj(word -> List.of("graphs", "and", "Or", "not").get(word))
                    .collect(Collectors.joining(" "));
            assertThat(SearchText.parse(typed)).isEqualTo(new SearchText(typed, List.of()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-tree, ANYWHERE, tree, false, true",
        "−tree, ANYWHERE, tree, false, true",
        "NOT tree, ANYWHERE, tree, false, true",
        "NOT   title:tree, TITLE, tree, false, true",
        "-title:tree, TITLE, tree, false, true",
        "TITLE:tree, TITLE, tree, false, false",
        "Venue:ICML, VENUE, ICML, false, false",
        "label:mesh:D01, LABEL, mesh:D01, false, false",
        "'author:\"Mary Ann\"', AUTHOR, Mary Ann, true, false",
        "'-author:\"Mary Ann\"', AUTHOR, Mary Ann, true, true",
        "'\"  large graphs \"', ANYWHERE, large graphs, true, false",
        "year:[2005 TO], YEAR, x, false, false",
        "year:[ TO 2010], YEAR, [ TO 2010], false, false",
        "author:O'Neil, AUTHOR, O'Neil, false, false"
    })
    void aDemandIsReadWithItsFieldItsQuotesAndItsSign(
            String typed, QueryField field, String value, boolean quoted, boolean negated) {
        List<QueryClause> clauses = SearchText.parse(typed).clauses();
        if (value.equals("x")) {
            assertThat(clauses).isEmpty();
        } else {
            assertThat(clauses).containsExactly(new QueryClause(field, value, quoted, negated));
        }
    }

    @Test
    void onlyWantedTopicsRank() {
        assertThat(SearchText.parse("a title:b -c author:d venue:e label:f year:2005 -title:g \"h i\"")
                        .words())
                .isEqualTo("a b h i");
    }

    @Test
    void aDemandThatIsTakenBackStillRanks() {
        SearchText text = SearchText.parse("\"large graphs\" -tree");

        SearchText without = text.without(text.clauses().subList(0, 1));

        assertThat(without.words()).isEqualTo("large graphs");
        assertThat(without.clauses()).extracting(QueryClause::value).containsExactly("tree");
        assertThat(text.without(List.of())).isEqualTo(text);
    }

    @Test
    void syntaxCountsUpToAThousandCharacters() {
        String filled = "w".repeat(994) + " -tree";
        assertThat(filled).hasSize(1_000);
        assertThat(SearchText.parse(filled).clauses()).hasSize(1);
        assertThat(SearchText.parse("w" + filled).clauses()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "..",
                "[]",
                "[ TO ]",
                "20055",
                "2005-20100",
                "2010-2005",
                "2005-2010-2015",
                "-",
                ">",
                ">=",
                "=2005",
                "<>2005",
                "2005 2006",
                "two",
                "２００５",
                "2005to2006",
                "99999999999",
                "2005-x"
            })
    void whatIsNoYearsIsNone(String text) {
        assertThat(YearRange.parse(text)).isEmpty();
    }

    @Test
    void everyYearLiesInExactlyOneSideOfAComparison() {
        for (int year = 1; year <= 9999; year += 7) {
            assertThat(YearRange.parse("<" + year).orElseThrow().last() + 1)
                    .isEqualTo(YearRange.parse(">=" + year).orElseThrow().first());
            assertThat(YearRange.parse("<=" + year).orElseThrow().last() + 1)
                    .isEqualTo(YearRange.parse(">" + year).orElseThrow().first());
            assertThat(YearRange.parse(year + "-" + year)).isEqualTo(YearRange.parse("" + year));
        }
    }
}
