package io.github.scimult.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type, taken apart. */
class SearchTextTest {
    private static QueryClause clause(QueryField field, String value, boolean quoted, boolean negated) {
        return new QueryClause(field, value, quoted, negated);
    }

    @Test
    void phrasesFieldsAndNegationsAreDemandsAndTheRestRanks() {
        SearchText text = SearchText.parse(
                "drawing \"large graphs\" author:Müller title:layout -tree NOT \"force directed\" -author:Ann year:2005-2010");

        assertThat(text.words()).isEqualTo("drawing large graphs layout");
        assertThat(text.clauses())
                .containsExactly(
                        clause(QueryField.ANYWHERE, "large graphs", true, false),
                        clause(QueryField.AUTHOR, "Müller", false, false),
                        clause(QueryField.TITLE, "layout", false, false),
                        clause(QueryField.ANYWHERE, "tree", false, true),
                        clause(QueryField.ANYWHERE, "force directed", true, true),
                        clause(QueryField.AUTHOR, "Ann", false, true),
                        clause(QueryField.YEAR, "2005-2010", false, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "graphs \"drawing",
                "graphs AND",
                "graphs NOT",
                "graphs -",
                "foo:bar",
                "author:",
                "author:\"Jörg",
                "year:soon",
                "year:2010-2005",
                "(graphs OR",
                "\"\"",
                "\" \"",
                "x-ray",
                "covid -19",
                "https://doi.org/10.1000/182",
                "a && b || !c",
                "[1 TO",
                "-",
                "\"",
                "\\"
            })
    void whatIsNoSoundSyntaxIsText(String typed) {
        SearchText text = SearchText.parse(typed);

        assertThat(text.clauses()).isEmpty();
        assertThat(text.words().replaceAll("[ :]", "")).isEqualTo(typed.replaceAll("[ :]", ""));
    }

    @Test
    void aLongTextIsNoSyntax() {
        String abstractText = "we say \"never\" -always ".repeat(60);

        assertThat(SearchText.parse(abstractText)).isEqualTo(new SearchText(abstractText, List.of()));
    }

    @Test
    void otherQuotationMarksQuoteAsWell() {
        assertThat(SearchText.parse("“large graphs” „kleine Graphen“").clauses())
                .extracting(QueryClause::value)
                .containsExactly("large graphs", "kleine Graphen");
    }

    @ParameterizedTest
    @CsvSource({
        "2005, 2005, 2005",
        "2005-2010, 2005, 2010",
        "2005–2010, 2005, 2010",
        "2005..2010, 2005, 2010",
        "2005-, 2005, 2147483647",
        "-2010, -2147483648, 2010",
        "[2005 TO 2010], 2005, 2010",
        ">2005, 2006, 2147483647",
        ">=2005, 2005, 2147483647",
        "<2005, -2147483648, 2004",
        "<=2005, -2147483648, 2005"
    })
    void yearsAreRanges(String typed, int first, int last) {
        assertThat(YearRange.parse(typed)).contains(new YearRange(first, last));
        assertThat(SearchText.parse("year:" + typed).clauses()).hasSize(1);
    }
}
