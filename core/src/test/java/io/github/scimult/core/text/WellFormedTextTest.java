package io.github.scimult.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that can be written as UTF-8 whatever they came from, and texts in segments. */
class WellFormedTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "größe 数据", "😀", "a😀b", "\uFFFD", "\u0000"})
    void aSoundTextStaysTheSame(String text) {
        assertThat(WellFormedText.of(text)).isEqualTo(text);
    }

    @Test
    void halfACharacterBecomesAReplacementCharacter() {
        assertThat(WellFormedText.of("a\uD83Db")).isEqualTo("a\uFFFDb");
        assertThat(WellFormedText.of("\uDE00")).isEqualTo("\uFFFD");
        assertThat(WellFormedText.of("\uDE00\uD83D")).isEqualTo("\uFFFD\uFFFD");
        assertThat(WellFormedText.of("\uD83D\uD83D\uDE00")).isEqualTo("\uFFFD😀");
    }

    @Test
    void everyTextWithinAValueIsMended() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("k\uD83D", Arrays.asList("v\uDE00", 5, true, null));
        assertThat(WellFormedText.ofAny(map)).isEqualTo(Map.of("k\uFFFD", Arrays.asList("v\uFFFD", 5, true, null)));
        assertThat(WellFormedText.ofAny(null)).isNull();
        assertThat(WellFormedText.ofAny(1.5)).isEqualTo(1.5);
    }

    @Test
    void whatIsMendedCanBeWrittenAndReadBack() {
        String mended = WellFormedText.of("x\uD83D y\uDE00 😀");
        assertThat(new String(mended.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(mended);
    }

    @Test
    void emptySegmentsAreLeftOut() {
        assertThat(SegmentedText.of("Title", " ", "").segments()).containsExactly("Title");
        assertThat(SegmentedText.of("", "Abstract.").plain()).isEqualTo("Abstract.");
        assertThat(SegmentedText.of("Title", "Abstract.").plain()).isEqualTo("Title Abstract.");
        assertThat(SegmentedText.of()).isEqualTo(SegmentedText.of("\t"));
    }
}
