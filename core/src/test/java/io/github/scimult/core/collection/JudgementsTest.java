package io.github.scimult.core.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class JudgementsTest {
    @Test
    void queriesKeepTheOrderOfTheirFirstAppearance() {
        Judgements judgements = Judgements.of(new int[] {5, 2, 5, 0}, new int[] {1, 1, 0, 3}, new int[] {1, 2, 3, 0});
        assertThat(judgements.queries()).isEqualTo(3);
        assertThat(judgements.pairs()).isEqualTo(4);
        assertThat(new int[] {judgements.queryRow(0), judgements.queryRow(1), judgements.queryRow(2)})
                .containsExactly(5, 2, 0);
        assertThat(judgements.candidateRows(0)).containsExactly(1, 0);
        assertThat(judgements.scores(0)).containsExactly(1, 3);
        assertThat(judgements.candidateRows(2)).containsExactly(3);
        assertThat(judgements.relevantRows(0)).containsExactly(1, 0);
        assertThat(judgements.relevantRows(2)).isEmpty();
    }

    @Test
    void aPairJudgedTwiceStandsOnceWithItsLastScore() {
        Judgements judgements =
                Judgements.of(new int[] {1, 1, 0, 1, 1}, new int[] {4, 6, 4, 4, 7}, new int[] {1, 1, 1, 0, 1});
        assertThat(judgements.pairs()).isEqualTo(4);
        assertThat(judgements.candidateRows(0)).containsExactly(4, 6, 7);
        assertThat(judgements.scores(0)).containsExactly(0, 1, 1);
        assertThat(judgements.relevantRows(0)).containsExactly(6, 7);
        assertThat(judgements.candidateRows(1)).containsExactly(4);
    }

    @Test
    void noPairsAreFine() {
        assertThat(Judgements.of(new int[0], new int[0], new int[0]).queries()).isZero();
        assertThat(Judgements.NONE.pairs()).isZero();
    }

    @Test
    void columnsOfUnequalLengthAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Judgements.of(new int[1], new int[2], new int[1]))
                .withMessageContaining("1, 2 and 1");
    }
}
