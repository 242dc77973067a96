package io.github.scimult.core.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.core.random.RandomSample;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The best of many, and standardised scores, against the plain way to get them. */
class TopKTest {
    private static final float NOTHING = Float.NEGATIVE_INFINITY;

    private static int[] inOrder(int size) {
        return IntStream.range(0, size).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 50, 100, 1_000})
    void theBestAreThoseOfAWholeSortWhateverTheTies(int k) {
        Random random = new Random(k);
        for (int round = 0; round < 20; round++) {
            int size = 1 + random.nextInt(120);
            float[] scores = new float[size];
            for (int row = 0; row < size; row++) {
                scores[row] = random.nextInt(8) - 4; // many are equal
            }
            int[] places = RandomSample.permutation(size, random);
            int[] expected = IntStream.range(0, size)
                    .boxed()
                    .sorted(Comparator.comparing((Integer row) -> -scores[row]).thenComparing(row -> places[row]))
                    .limit(k)
                    .mapToInt(Integer::intValue)
                    .toArray();
            Ranking ranking = TopK.of(scores, places, k);
            assertThat(ranking.rows()).containsExactly(expected);
            for (int rank = 0; rank < ranking.size(); rank++) {
                assertThat(ranking.scores()[rank]).isEqualTo(scores[ranking.rows()[rank]]);
            }
        }
    }

    @Test
    void whatIsLeftOutIsNeverAmongTheBest() {
        Ranking ranking = TopK.of(new float[] {NOTHING, 1, NOTHING, -5}, inOrder(4), 4);
        assertThat(ranking.rows()).containsExactly(1, 3);
        assertThat(TopK.of(new float[] {NOTHING, NOTHING}, inOrder(2), 1).rows())
                .isEmpty();
    }

    @Test
    void ofNothingNothingIsBest() {
        assertThat(TopK.of(new float[0], new int[0], 5).size()).isZero();
        assertThatThrownBy(() -> TopK.of(new float[3], inOrder(3), 0)).hasMessageContaining("at least 1, not 0");
    }

    @Test
    void theFirstOfARankingAndThoseAboveZero() {
        Ranking ranking = TopK.of(new float[] {3, 0, 2, -1}, inOrder(4), 4);
        assertThat(ranking.first(2).rows()).containsExactly(0, 2);
        assertThat(ranking.first(9)).isSameAs(ranking);
        assertThat(ranking.first(0).size()).isZero();
        assertThat(ranking.positive().rows()).containsExactly(0, 2);
        assertThat(TopK.of(new float[] {0, -1}, inOrder(2), 2).positive().size())
                .isZero();
    }

    @Test
    void standardisedScoresHaveAMeanOfZeroAndADeviationOfOne() {
        float[] scores = {1, 2, 3, 4, NOTHING};
        ZScore score = ZScore.of(scores);
        assertThat(score.mean()).isEqualTo(2.5);
        assertThat(score.deviation()).isCloseTo(Math.sqrt(1.25), within(1e-12));
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 4; i++) {
            sum += score.apply(scores[i]);
            squares += score.apply(scores[i]) * score.apply(scores[i]);
        }
        assertThat(sum).isCloseTo(0, within(1e-12));
        assertThat(squares / 4).isCloseTo(1, within(1e-12));
    }

    @Test
    void equalScoresAndNoScoresDeviateByNothing() {
        assertThat(ZScore.of(new float[] {2, 2, 2}).apply(2)).isZero();
        assertThat(ZScore.of(new float[] {2, 2, 2}).apply(7)).isZero();
        assertThat(ZScore.of(new float[0]).apply(1)).isZero();
        assertThat(ZScore.of(new float[] {NOTHING, NOTHING}).mean()).isZero();
    }
}
