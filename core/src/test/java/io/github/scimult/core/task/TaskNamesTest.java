package io.github.scimult.core.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of tasks and splits as they stand in folders, settings and on the command line. */
class TaskNamesTest {
    @ParameterizedTest
    @CsvSource({
        "classification, CLASSIFICATION",
        "LINK, LINK",
        "link-co-cite, LINK",
        "search-title, SEARCH",
        "Classification-MeSH, CLASSIFICATION"
    })
    void aNameBeginsWithItsFamily(String name, TaskFamily family) {
        Task task = Task.parse(name);
        assertThat(task.family()).isEqualTo(family);
        assertThat(task.name()).isEqualTo(name.toLowerCase(Locale.ROOT));
        assertThat(Task.parse(task.toString())).isEqualTo(task);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "links", "linkage", "co-cite", "-link", "classify", "search_title", " link"})
    void aNameOfNoFamilyIsRefusedWithTheFamilies(String name) {
        assertThatThrownBy(() -> Task.parse(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("'" + name + "'", "classification, link or search");
    }

    @Test
    void aTaskOfAnotherFamilysNameIsRefused() {
        assertThatThrownBy(() -> new Task(TaskFamily.LINK, "search")).hasMessageContaining("'link' or 'link-…'");
        assertThatThrownBy(() -> new Task(TaskFamily.LINK, "linkage")).hasMessageContaining("'linkage'");
    }

    @Test
    void tasksAreOrderedByFamilyThenName() {
        assertThat(Stream.of("search", "link-b", "link", "classification", "link-a")
                        .map(Task::parse)
                        .sorted())
                .extracting(Task::name)
                .containsExactly("classification", "link", "link-a", "link-b", "search");
    }

    @Test
    void aTaskIsAmongNamesByItsOwnOrItsFamilys() {
        Task coCite = Task.parse("link-co-cite");
        assertThat(coCite.isAmong(List.of())).isTrue();
        assertThat(coCite.isAmong(List.of("link"))).isTrue();
        assertThat(coCite.isAmong(List.of("link-co-cite"))).isTrue();
        assertThat(coCite.isAmong(List.of("search", "link-other"))).isFalse();
        assertThat(Task.LINK.isAmong(List.of("link-co-cite"))).isFalse();
    }

    @Test
    void aMapSpeaksOfATaskByItsOwnNameFirst() {
        Task coCite = Task.parse("link-co-cite");
        assertThat(coCite.byNameOrFamily(Map.of("link", 1, "link-co-cite", 2))).hasValue(2);
        assertThat(coCite.byNameOrFamily(Map.of("link", 1))).hasValue(1);
        assertThat(Task.LINK.byNameOrFamily(Map.of("link-co-cite", 2))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Split.class)
    void aSplitIsReadBackInAnyCase(Split split) {
        assertThat(Split.parse(split.lowerCaseName())).isEqualTo(split);
        assertThat(Split.parse(split.name())).isEqualTo(split);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "validation", "tests", "train "})
    void anUnknownSplitIsRefusedWithTheKnownOnes(String name) {
        assertThatThrownBy(() -> Split.parse(name)).hasMessageContainingAll("'" + name + "'", "train, dev or test");
    }
}
