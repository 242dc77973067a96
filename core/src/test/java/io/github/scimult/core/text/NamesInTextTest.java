package io.github.scimult.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A name is found where it is, and nowhere else. */
class NamesInTextTest {
    private static boolean finds(String name, String text) {
        return new LabelNameMatcher(List.of(name)).in(SegmentedText.of(text)).length > 0;
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "  ", "\n", "\t ", "\u00a0", "\u2009", "\u3000", " \u00a0\n"})
    void whateverBlanksLieBetweenItsWordsANameIsFound(String blanks) {
        assertThat(finds("machine learning", "On machine" + blanks + "learning today"))
                .isTrue();
        assertThat(finds("machine" + blanks + "learning", "On machine learning today"))
                .isTrue();
        assertThat(finds("machine learning", blanks + "machine learning" + blanks))
                .isTrue();
        assertThat(finds("C", "written" + blanks + "in" + blanks + "C" + blanks))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "na, nai\u0308ve na\u0303ma",
        "nai, nai\u0308ve",
        "किताब, किताबें",
        "क, का की",
        "art, start artful",
        "2, 20 x2",
        "x-ray, x-rays",
        "graph cut, graph-cut"
    })
    void aPartOfAWordIsNotTheWord(String name, String text) {
        assertThat(finds(name, text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "किताब, यह किताब है",
        "nai\u0308ve, A NAI\u0308VE look",
        "漢字, 漢字",
        "graph, '(graph)'",
        "graph, 'graph, cut'",
        "'  Graph   Cut ', a graph cut",
        "ÄRZTE, die ärzte",
        "C#, 'in c#, or'",
        "(R), 'stats (r) here'"
    })
    void aWholeWordIsFoundWhateverStandsBesideIt(String name, String text) {
        assertThat(finds(name, text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "…", "--", "\u0308", "\u00a0"})
    void aNameWithoutALetterOrDigitIsNeverFound(String name) {
        for (String text : List.of(name, "a " + name + " b", "… -- a\u0308", "")) {
            assertThat(finds(name, text)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Programs in C, true",
        "'C, a language', true",
        "C, true",
        "c, false",
        "in c, false",
        "Vitamin C, false",
        "in C., true",
        "in C. It runs, true",
        "in C. elegans, false",
        "in C!, true",
        "(C), true",
        "in C-, false",
        "C++ and c, false",
        "See this. C is a language, true"
    })
    void aLetterIsANameWhereItStandsForItself(String text, boolean found) {
        assertThat(finds("C", text)).isEqualTo(found);
    }

    @Test
    void aNamePutIntoATextIsFoundThereAmongManyOthers() {
        SplittableRandom random = new SplittableRandom(3);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            names.add("word" + random.nextInt(20) + " thing" + i + (i % 3 == 0 ? "" : " of word" + random.nextInt(20)));
        }
        LabelNameMatcher matcher = new LabelNameMatcher(names);
        for (int i = 0; i < names.size(); i++) {
            String text = "word1 Word2 " + names.get(i).toUpperCase(Locale.ROOT) + ", word3";
            assertThat(matcher.in(SegmentedText.of("word4", text))).contains(i);
            int own = i;
            List<String> without = IntStream.range(0, names.size())
                    .filter(other -> other != own)
                    .mapToObj(names::get)
                    .toList();
            int[] others = new LabelNameMatcher(without).in(SegmentedText.of("word4", text));
            assertThat(others).hasSize(matcher.in(SegmentedText.of("word4", text)).length - 1);
        }
    }

    @Test
    void labelsOfTheSameNameAreFoundTogetherInTheirOrder() {
        LabelNameMatcher matcher = new LabelNameMatcher(List.of("b", "graph", "Graph", "B", "GRAPH"));
        assertThat(matcher.in(SegmentedText.of("A graph"))).containsExactly(1, 2, 4);
        assertThat(matcher.in(SegmentedText.of("in B"))).containsExactly(3);
        assertThat(new LabelNameMatcher(List.of()).in(SegmentedText.of("A graph")))
                .isEmpty();
    }
}
