package io.github.scimult.training.pair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A sentence is cut at full stops, and only where the text has another one. */
class SentenceCropTest {
    private static final int STOP = 0;
    private static final int[] TEXT = {9, 1, 2, 3, 4, STOP, 5, STOP, 1, 2, 3, 4, 5, 6, STOP, 7, 7, 7, 7, 7, 9};

    @Test
    void everySentenceOfFiveTokensOrMoreIsDrawnByItsNumber() {
        Set<SentenceCrop> drawn = new HashSet<>();
        for (long number = 0; number < 100; number++) {
            SentenceCrop crop = SentenceCrop.of(TEXT, 1, TEXT.length - 1, id -> id == STOP, number);
            assertThat(SentenceCrop.of(TEXT, 1, TEXT.length - 1, id -> id == STOP, number))
                    .isEqualTo(crop);
            drawn.add(crop);
        }
        assertThat(drawn)
                .containsExactlyInAnyOrder(new SentenceCrop(1, 6), new SentenceCrop(8, 15), new SentenceCrop(15, 20));
    }

    @Test
    void aTextOfOneSentenceHasNothingLeftToFind() {
        int[] one = {9, 1, 2, 3, 4, 5, STOP, 9};
        assertThat(SentenceCrop.of(one, 1, 7, id -> id == STOP, 1)).isNull();
    }
}
