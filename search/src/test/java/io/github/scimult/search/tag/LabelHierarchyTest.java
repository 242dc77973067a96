package io.github.scimult.search.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.search.record.IndexedLabel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabelHierarchyTest {
    private static final LabelHierarchy ANIMALS = new LabelHierarchy(Map.of(
            "animal", label("animal"),
            "bird", label("bird", "animal"),
            "owl", label("owl", "bird", "missing"),
            "hen", label("hen", "egg"),
            "egg", label("egg", "hen")));

    private static IndexedLabel label(String id, String... parents) {
        return new IndexedLabel(id, id, "", List.of(), List.of(parents));
    }

    @Test
    void allLabelsAboveAreFoundAndACycleEnds() {
        assertThat(ANIMALS.above("owl")).containsExactlyInAnyOrder("bird", "animal", "missing");
        assertThat(ANIMALS.above("animal")).isEmpty();
        assertThat(ANIMALS.above("hen")).containsExactly("egg");
        assertThat(ANIMALS.above("nothing")).isEmpty();
    }

    @Test
    void papersTellWhetherLabelsAreCombinedWithThoseAbove() {
        assertThat(ANIMALS.areCommonlyCombined(List.of(Set.of("owl", "bird"), Set.of("bird"))))
                .isTrue();
        assertThat(ANIMALS.areCommonlyCombined(List.of(Set.of("owl"), Set.of("bird"), Set.of("animal"))))
                .isFalse();
        assertThat(ANIMALS.areCommonlyCombined(List.of())).isFalse();
    }
}
