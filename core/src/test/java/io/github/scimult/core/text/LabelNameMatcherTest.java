package io.github.scimult.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelNameMatcherTest {
    @Test
    void namesAreFoundAsWholeWordsWhateverTheCase() {
        LabelNameMatcher names = new LabelNameMatcher(List.of("Graph cuts", "graph", "cut", "volume rendering"));

        assertThat(names.in(SegmentedText.of("On graph\n  Cuts", "Direct Volume Rendering.")))
                .containsExactly(0, 1, 3);
    }

    @Test
    void aNameDoesNotReachOverTheEndOfTheTitle() {
        LabelNameMatcher names = new LabelNameMatcher(List.of("graph cuts"));

        assertThat(names.in(SegmentedText.of("A graph", "cuts the cost"))).isEmpty();
    }

    @Test
    void charactersThatAreNoLettersMustOccurToo() {
        LabelNameMatcher names = new LabelNameMatcher(List.of("C++", ".NET", "x-ray", "ΔT", "…"));

        assertThat(names.in(SegmentedText.of("We use c++, X-Ray and a small δt in .net")))
                .containsExactly(0, 1, 2, 3);
        assertThat(names.in(SegmentedText.of("c+ x ray internet δtx …"))).isEmpty();
    }

    @Test
    void aNameOfOneLetterIsFoundWhereItStandsForItself() {
        LabelNameMatcher names = new LabelNameMatcher(List.of("C", "C++", "R"));

        for (String text : List.of(
                "Vitamin C against the common cold",
                "Hepatitis C, a review",
                "Programs in C++ and C#",
                "The genome of C. elegans",
                "cytochrome c",
                "J. R. Smith",
                "a C-reactive protein",
                "C*-algebras")) {
            assertThat(names.in(SegmentedText.of(text))).as(text).doesNotContain(0, 2);
        }
        for (String text : List.of("Written in C. It runs.", "C programs", "Java, C and Lisp", "Lisp and C", "(C)")) {
            assertThat(names.in(SegmentedText.of(text))).as(text).containsExactly(0);
        }
        assertThat(names.in(SegmentedText.of("Statistics with R", "C++ for all")))
                .containsExactly(1, 2);
    }

    @Test
    void synonymsCountAsNames() {
        LabelNameMatcher names =
                LabelNameMatcher.ofSynonyms(List.of(List.of("Neoplasms", "Cancer"), List.of("Heart"), List.of()));

        assertThat(names.in(SegmentedText.of("Cancer of the heart"))).containsExactly(0, 1);
        assertThat(names.in(SegmentedText.of("neoplasms"))).containsExactly(0);
    }

    @Test
    void aNameAtEitherEndOfTheTextIsFound() {
        LabelNameMatcher names = new LabelNameMatcher(List.of("first", "last one"));

        assertThat(names.in(SegmentedText.of("first things before the last one")))
                .containsExactly(0, 1);
    }
}
