package io.github.scimult.app.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.app.terminal.Style;
import io.github.scimult.training.event.Example;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkedAnswerTest {
    private static final WorkedAnswer ANSWER = new WorkedAnswer(
            "A search",
            new Example(
                    "sample",
                    "search",
                    "shrink a network",
                    List.of("Pruning", "Distilling", "A missed one"),
                    List.of("Pruning", "Graphs"),
                    List.of("Distilling", "Pruning")));

    @Test
    void rightAnswersAreTickedAndCountedSideBySide() {
        assertThat(ANSWER.render(new Style(80, false)).lines())
                .containsExactly(
                        "A search",
                        "  “shrink a network”",
                        "",
                        "  baseline: 1 of 2 relevant              trained: 2 of 2 relevant",
                        "  ✓ Pruning                              ✓ Distilling",
                        "    Graphs                               ✓ Pruning",
                        "  relevant as well, but in neither list: A missed one");
    }

    @Test
    void onANarrowTerminalTheyStandBelowEachOther() {
        assertThat(ANSWER.render(new Style(50, false)).lines())
                .containsSubsequence(
                        "  baseline: 1 of 2 relevant", "  ✓ Pruning", "  trained: 2 of 2 relevant", "  ✓ Distilling");
    }
}
