package io.github.scimult.search.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.search.record.IndexedLabel;
import io.github.scimult.search.tag.name.NameCoverage;
import io.github.scimult.search.tag.name.NameEvidence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** animals above birds above penguins; things beside them; bats below birds and things alike. */
class LabelRulesTest {
    private static final LabelVocabulary VOCABULARY = vocabulary(
            label("animals"),
            label("birds", "animals"),
            label("penguins", "birds"),
            label("things"),
            label("bats", "birds", "things"));

    private static IndexedLabel label(String id, String... parents) {
        return new IndexedLabel(id, id, "", List.of(), List.of(parents));
    }

    private static LabelVocabulary vocabulary(IndexedLabel... all) {
        Map<String, IndexedLabel> labels = new LinkedHashMap<>();
        Stream.of(all).forEach(label -> labels.put(label.id(), label));
        return new LabelVocabulary(0, labels, new NameEvidence(List.of(all)), new NameCoverage(List.of(all)));
    }

    private static List<String> allowed(List<String> exclude, List<String> include) {
        return VOCABULARY.labels().keySet().stream()
                .filter(new LabelRules(exclude, include).of(VOCABULARY))
                .toList();
    }

    @Test
    void withoutRulesEverythingIsAllowed() {
        assertThat(allowed(List.of(), List.of())).hasSize(5);
    }

    @Test
    void anExcludedLabelIsLeftOutAlone() {
        assertThat(allowed(List.of("birds"), List.of())).containsExactly("animals", "penguins", "things", "bats");
    }

    @Test
    void aLabelIsExcludedWithAllThatIsBelowIt() {
        assertThat(allowed(List.of("birds/*"), List.of())).containsExactly("animals", "things");
    }

    @Test
    void whatIsIncludedStaysAmongWhatIsExcluded() {
        assertThat(allowed(List.of("animals/*"), List.of("penguins"))).containsExactly("penguins", "things");
    }

    @Test
    void theNearestRuleCounts() {
        assertThat(allowed(List.of("*", "birds/*"), List.of("animals/*"))).containsExactly("animals");
    }

    @Test
    void ofTwoRulesThatAreAsNearTheOneThatIncludesCounts() {
        assertThat(allowed(List.of("birds/*"), List.of("things/*"))).containsExactly("animals", "things", "bats");
    }

    @Test
    void whereNothingIsExcludedWhatIsIncludedIsAllThereIs() {
        assertThat(allowed(List.of(), List.of("birds/*"))).containsExactly("birds", "penguins", "bats");
    }

    @Test
    void aRuleOfNoLabelIsRefused() {
        assertThatThrownBy(() -> allowed(List.of("fish/*"), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no label 'fish' to exclude");
    }

    @Test
    void aCircleOfLabelsEnds() {
        LabelVocabulary circle = vocabulary(label("a", "b"), label("b", "a"), label("c"));
        assertThat(Stream.of("a", "b", "c").filter(new LabelRules(List.of("c/*"), List.of()).of(circle)))
                .containsExactly("a", "b");
    }
}
