package io.github.scimult.encoder.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.task.Task;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which expert a task goes to. */
class ExpertLayoutTest {
    private static final List<String> FAMILIES = List.of("search", "link", "classification");

    @Test
    void kindsOfLinksShareTheExpertOfTheirFamilyUnlessSaidOtherwise() {
        assertThat(expert(FAMILIES, Map.of(), "link-co-cite")).isEqualTo("link");
        assertThat(expert(FAMILIES, Map.of("link", "search"), "link-co-cite")).isEqualTo("search");
        assertThat(expert(FAMILIES, Map.of("link-co-cite", "classification"), "link-co-cite"))
                .isEqualTo("classification");
        assertThat(expert(FAMILIES, Map.of("link-co-cite", "classification"), "link"))
                .isEqualTo("link");
    }

    @Test
    void fourKindsOfLinksHaveExpertsOfTheirOwnByName() {
        List<String> four = List.of("search", "link", "link-cocite", "link-coread", "link-coview", "classification");
        for (String kind : List.of("link", "link-cocite", "link-coread", "link-coview")) {
            assertThat(expert(four, Map.of(), kind)).isEqualTo(kind);
        }
        assertThat(expert(four, Map.of(), "link-recommendation")).isEqualTo("link");
        assertThat(expert(four, Map.of("link", "search"), "link-cocite")).isEqualTo("link-cocite");
        assertThat(expert(four, Map.of("link-cocite", "link"), "link-cocite")).isEqualTo("link");
    }

    @Test
    void aTaskWithoutAnExpertIsRefusedAndSoIsAnExpertThatIsNotThere() {
        assertThatThrownBy(() -> expert(List.of("link", "search"), Map.of(), "classification"))
                .hasMessageContaining("no expert for task classification");
        assertThatThrownBy(() -> expert(FAMILIES, Map.of("link", "links"), "link"))
                .hasMessageContaining("unknown expert 'links'");
    }

    private static String expert(List<String> experts, Map<String, String> taskToExpert, String task) {
        ExpertLayout layout = new ExpertLayout(experts, taskToExpert, List.of(0), List.of());
        return experts.get(layout.expertOf(Task.parse(task)));
    }
}
