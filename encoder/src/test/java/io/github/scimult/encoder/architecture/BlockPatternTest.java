package io.github.scimult.encoder.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of the release for BERT's twelve blocks; blocks are counted from 0. */
class BlockPatternTest {
    private static final List<String> EXPERTS = List.of("search", "link", "classification");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mod1    | 0 1 2 3 4 5 6 7 8 9 10 11
            mod2    | 1 3 5 7 9 11
            mod3    | 2 5 8 11
            mod4    | 3 7 11
            mod6    | 5 11
            mod12   | 11
            ge6mod3 | 5 8 11
            ge7mod3 | 8 11
            le7mod3 | 0 3 6
            top1    | 11
            top3    | 9 10 11
            top-2   | 10 11
            1       | 0
            2,5,12  | 1 4 11
            """)
    void aPatternHitsTheBlocksThatTheReleaseHits(String name, String blocks) {
        List<Integer> expected =
                Arrays.stream(blocks.split(" ")).map(Integer::valueOf).toList();
        ExpertLayout attention = BlockPattern.parse(name + ":attn", 12, EXPERTS);
        assertThat(attention.attentionBlocks()).isEqualTo(expected);
        assertThat(attention.feedForwardBlocks()).isEmpty();
        assertThat(attention.experts()).isEqualTo(EXPERTS);
        ExpertLayout feedForward = BlockPattern.parse(name + ":fwd", 12, EXPERTS);
        assertThat(feedForward.feedForwardBlocks()).isEqualTo(expected);
        assertThat(feedForward.attentionBlocks()).isEmpty();
        ExpertLayout both = BlockPattern.parse(name + ":attn,fwd", 12, EXPERTS);
        assertThat(both.attentionBlocks()).isEqualTo(expected);
        assertThat(both.feedForwardBlocks()).isEqualTo(expected);
    }

    @Test
    void withoutSuffixAttentionIsMeant() {
        assertThat(BlockPattern.parse("mod3", 12, EXPERTS)).isEqualTo(BlockPattern.parse("mod3:attn", 12, EXPERTS));
    }

    @Test
    void noneSharesEverything() {
        assertThat(BlockPattern.parse("none", 12, EXPERTS).isShared()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mod",
                "every2",
                "mod2:ffn",
                "mod2:",
                "mod2:attn,",
                "MOD2",
                "ge6",
                "top0",
                "mod0",
                "mod13",
                "0",
                "3,",
                "",
                "mod99999999999",
                "ge99999999999mod2",
                "top99999999999"
            })
    void anythingElseIsRefusedByName(String pattern) {
        assertThatThrownBy(() -> BlockPattern.parse(pattern, 12, EXPERTS))
                .isInstanceOf(IllegalArgumentException.class)
                .isNotInstanceOf(NumberFormatException.class)
                .hasMessageContaining("'" + pattern.split(":")[0]);
    }

    @Test
    void aListedBlockThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> BlockPattern.parse("2,13:attn", 12, EXPERTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2,13 are not all among 1 … 12");
    }
}
