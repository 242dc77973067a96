package io.github.scimult.search.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import io.github.scimult.core.text.SegmentedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two records are of one paper, or they are not. */
class PaperIdentityTest {
    private static final String TITLE = "Drawing large graphs by springs";
    private static final String TEXT = "We draw graphs with springs between vertices.";

    private static PaperIdentity paper(String title, String text, Integer year, String doi, String... authors) {
        Map<String, Object> other = doi.isEmpty() ? Map.of() : Map.of("doi", doi);
        return PaperIdentity.of(
                new Paper("any", title, text, new PaperMetadata(year, "", List.of(authors), List.of(), other)));
    }

    private static boolean same(PaperIdentity one, PaperIdentity other, double cosine) {
        boolean same = one.isSameAs(other, () -> cosine);
        assertThat(other.isSameAs(one, () -> cosine))
                .as("in the other direction")
                .isEqualTo(same);
        return same;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1000/ABC",
                " 10.1000/abc ",
                "https://doi.org/10.1000/abc",
                "http://dx.doi.org/10.1000/ABC",
                "doi:10.1000/abc",
                "DOI: 10.1000/abc",
                "doi.org/10.1000/abc",
                "https://www.doi.org/10.1000/abc",
                "doi:https://doi.org/10.1000/abc"
            })
    void aDoiIsOneHoweverItIsWritten(String doi) {
        PaperIdentity known = paper("One title of it", "", 1999, "10.1000/abc", "Ann Lee");
        assertThat(same(known, paper("Quite another title", "Other text.", 2020, doi, "Bob Ray"), 0))
                .isTrue();
        assertThat(same(known, paper("Quite another title", "Other text.", 2020, doi + "d", "Bob Ray"), 0))
                .isFalse();
    }

    @Test
    void theFieldOfADoiIsNamedInAnyCaseAndWhatIsNoTextIsNone() {
        PaperMetadata upper = new PaperMetadata(null, "", List.of(), List.of(), Map.of("DOI", "10.1/x"));
        assertThat(PaperIdentity.of(new Paper("p", "t", "", upper)).doi()).isEqualTo("10.1/x");
        PaperMetadata number = new PaperMetadata(null, "", List.of(), List.of(), Map.of("doi", 10.1));
        assertThat(PaperIdentity.of(new Paper("p", "t", "", number)).doi()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // equal title and text: whatever the vectors say
        "1999, 1999, Ann Lee, Ann Lee, 0, true",
        "1999, 2000, Ann Lee, 'Lee, A.', 0, true",
        "1999, , Ann Lee, '', 0, true",
        // without DOIs equal texts are equal, even where the years are far apart
        "1999, 2010, Ann Lee, Bob Ray, 0, true"
    })
    void equalTitleAndTextAreOnePaper(
            Integer year, Integer otherYear, String author, String otherAuthor, double cosine, boolean expected) {
        PaperIdentity one = paper(TITLE, TEXT, year, "", author);
        PaperIdentity other = paper(TITLE.toUpperCase(Locale.ROOT) + ".", "  " + TEXT, otherYear, "", otherAuthor);
        assertThat(same(one, other, cosine)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1999, 1999, Ann Lee, Ann Lee, 0.86, true",
        "1999, 2000, Ann Lee, Ann Lee, 0.86, true",
        "1999, 1999, Ann Lee, Ann Lee, 0.84, false",
        "1999, 2001, Ann Lee, Ann Lee, 0.97, false",
        "1999, 1999, Ann Lee, Bob Ray, 0.97, false",
        "1999, 2010, Ann Lee, Bob Ray, 0.99, true",
        ", , '', '', 0.86, true",
        "1999, , Ann Lee, '', 0.86, true"
    })
    void aRevisedAbstractUnderATellingTitleIsOnePaperIfYearsAndAuthorsAgree(
            Integer year, Integer otherYear, String author, String otherAuthor, double cosine, boolean expected) {
        PaperIdentity one = paper(TITLE, TEXT, year, "", author);
        PaperIdentity other = paper(TITLE, TEXT + " And more of it.", otherYear, "", otherAuthor);
        assertThat(same(one, other, cosine)).isEqualTo(expected);
    }

    @Test
    void papersOfTwoDoisAreTwoWhereYearsOrAuthorsContradict() {
        PaperIdentity preprint = paper(TITLE, TEXT, 1999, "10.1/a", "Ann Lee");
        assertThat(same(preprint, paper(TITLE, TEXT, 2000, "10.1/b", "Ann Lee"), 0))
                .isTrue();
        assertThat(same(preprint, paper(TITLE, TEXT, 2001, "10.1/b", "Ann Lee"), 1))
                .isFalse();
        assertThat(same(preprint, paper(TITLE, TEXT, 1999, "10.1/b", "Bob Ray"), 1))
                .isFalse();
    }

    @Test
    void aShortTitleWithoutAbstractsTellsNothingUnlessAllIsTheSame() {
        PaperIdentity editorial = paper("Editorial", "", 1999, "", "Ann Lee");
        assertThat(same(editorial, paper("Editorial.", "", 1999, "", "Ann Lee"), 1))
                .isTrue();
        assertThat(same(editorial, paper("Editorial", "", 2000, "", "Ann Lee"), 1))
                .isFalse();
        assertThat(same(editorial, paper("Editorial", "", 1999, "", "Bob Ray"), 1))
                .isFalse();
        assertThat(same(editorial, paper("Editorial", "", null, "", "Ann Lee"), 1))
                .isFalse();
        assertThat(same(editorial, paper("Editorial", "News of the year.", 1999, "", "Ann Lee"), 1))
                .isFalse();
    }

    @Test
    void aTellingTitleWithoutAnAbstractIsEnoughIfSomethingAgrees() {
        PaperIdentity known = paper(TITLE, TEXT, 1999, "", "Ann Lee");
        assertThat(same(known, paper(TITLE, "", 2000, "", ""), 0)).isTrue();
        assertThat(same(known, paper(TITLE, "", null, "", "A. Lee"), 0)).isTrue();
        assertThat(same(known, paper(TITLE, "", null, "", ""), 0)).isTrue();
        assertThat(same(known, paper(TITLE, "", 2005, "", "Ann Lee"), 1)).isFalse();
        assertThat(same(known, paper(TITLE, "", 1999, "", "Bob Ray"), 1)).isFalse();
    }

    @Test
    void vectorsAreAskedForOnlyWhereNothingElseDecides() {
        PaperIdentity known = paper(TITLE, TEXT, 1999, "10.1/a", "Ann Lee");
        DoubleSupplier never = () -> {
            throw new AssertionError("the vectors were read");
        };
        assertThat(known.isSameAs(paper("Else", "Else.", 1999, "10.1/a", "Bob"), never))
                .isTrue();
        assertThat(known.isSameAs(paper(TITLE, TEXT, 1999, "10.1/b", "Ann Lee"), never))
                .isTrue();
        assertThat(known.isSameAs(paper(TITLE, "", 1999, "", "Ann Lee"), never)).isTrue();
        assertThat(known.isSameAs(paper("Another title of four", TEXT, 2009, "", "Ann Lee"), never))
                .isFalse();
    }

    @Test
    void aPastedAbstractIsKnownByItsTextAndAPastedTitleByItsTitle() {
        String text = "word ".repeat(29) + "end";
        PaperIdentity pasted = PaperIdentity.of(SegmentedText.of(text));
        assertThat(pasted.title()).isEmpty();
        assertThat(same(pasted, paper(TITLE, text, 1999, "", "Ann Lee"), 0)).isTrue();
        assertThat(same(pasted, paper(TITLE, text + " more", 1999, "", "Ann Lee"), 1))
                .isFalse();
        assertThat(PaperIdentity.of(SegmentedText.of(TITLE)).title())
                .isEqualTo(paper(TITLE, "", null, "").title());
        assertThat(same(PaperIdentity.of(SegmentedText.of(TITLE, TEXT)), paper(TITLE, TEXT, 1999, "", "Ann"), 0))
                .isTrue();
        assertThat(PaperIdentity.of(SegmentedText.of()).textKey()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "किताब का इतिहास और भविष्य, कताब की इतिहास और भविष्य",
        "ภาพของกราฟขนาดใหญ่, ภาพของกราฟขนาดใหญ",
        "がくしゃ の は な し, かくしゃ の は な し"
    })
    void marksOfLettersTellTitlesApart(String title, String other) {
        assertThat(same(paper(title, "", 1999, "", "Ann Lee"), paper(title, "", 1999, "", "Ann Lee"), 0))
                .isTrue();
        assertThat(same(paper(title, "", 1999, "", "Ann Lee"), paper(other, "", 1999, "", "Ann Lee"), 0))
                .isFalse();
    }

    @Test
    void recordsThatSayNothingAreNotOnePaper() {
        PaperIdentity nothing = paper("", "", null, "");
        assertThat(same(nothing, nothing, 1)).isFalse();
        assertThat(same(paper("???", "", null, ""), paper("!!!", "", null, ""), 1))
                .isFalse();
    }

    @Test
    void whoeverIsAskedFirstTheAnswerIsTheSame() {
        SplittableRandom random = new SplittableRandom(5);
        List<PaperIdentity> papers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            papers.add(paper(
                    List.of(TITLE, "Editorial", "", "On trees and other things").get(random.nextInt(4)),
                    List.of(TEXT, "", TEXT + " More.", "Another text.").get(random.nextInt(4)),
                    random.nextBoolean() ? null : 1999 + random.nextInt(3),
                    List.of("", "10.1/a", "10.1/b").get(random.nextInt(3)),
                    List.of("", "Ann Lee", "Bob Ray").get(random.nextInt(3))));
        }
        for (PaperIdentity one : papers) {
            for (PaperIdentity other : papers) {
                same(one, other, List.of(0.0, 0.9, 0.99).get(random.nextInt(3)));
            }
        }
    }
}
