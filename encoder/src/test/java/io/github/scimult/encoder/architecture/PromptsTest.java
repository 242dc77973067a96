package io.github.scimult.encoder.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.core.text.TextRole;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromptsTest {
    private static final Prompts BOTH = new Prompts("query: ", "passage: ");

    @Test
    void eachRoleHasItsPromptBeforeTheFirstSegment() {
        assertThat(BOTH.before(List.of(SegmentedText.query("graphs"), SegmentedText.of("Graphs", "We draw them."))))
                .containsExactly(
                        SegmentedText.query("query: graphs"), SegmentedText.of("passage: Graphs", "We draw them."));
    }

    @Test
    void aPromptStandsAloneBeforeNothing() {
        assertThat(BOTH.before(SegmentedText.of()).plain()).isEqualTo("passage: ");
    }

    @Test
    void aTextOfARoleWithoutAPromptStaysAsItIs() {
        SegmentedText paper = SegmentedText.of("Graphs");
        assertThat(new Prompts("query: ", "").before(paper)).isSameAs(paper);
        assertThat(Prompts.NONE.areThere()).isFalse();
        assertThat(BOTH.of(TextRole.QUERY)).isEqualTo("query: ");
    }
}
