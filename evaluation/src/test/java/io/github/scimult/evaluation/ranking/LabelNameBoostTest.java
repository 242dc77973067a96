package io.github.scimult.evaluation.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.retrieval.Ranking;
import io.github.scimult.core.retrieval.TopK;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels whose name stands in a paper come first, each group in its own order. */
class LabelNameBoostTest {
    private static final float[] SCORES = {0.1f, 0.9f, 0.5f, 0.7f, 0.3f};
    private static final int[] PLACES = {0, 1, 2, 3, 4};

    private static Ranking boosted(int depth, int... first) {
        return LabelNameBoost.rank(TopK.of(SCORES, PLACES, depth), SCORES, PLACES, first, depth);
    }

    @Test
    void namedLabelsComeFirstAndTheOthersFollow() {
        Ranking ranking = boosted(5, 0, 4);
        assertThat(ranking.rows()).containsExactly(4, 0, 1, 3, 2);
        assertThat(ranking.scores()).containsExactly(0.3f, 0.1f, 0.9f, 0.7f, 0.5f);
    }

    @Test
    void aNamedLabelThatWasNotRetrievedComesFirstAllTheSame() {
        assertThat(boosted(2, 0).rows()).containsExactly(0, 1);
        assertThat(boosted(3, 0, 4).rows()).containsExactly(4, 0, 1);
    }

    @Test
    void moreNamedLabelsThanFitAreCutByTheirScores() {
        assertThat(boosted(2, 0, 2, 4).rows()).containsExactly(2, 4);
    }

    @Test
    void withoutANamedLabelNothingChanges() {
        Ranking ranking = TopK.of(SCORES, PLACES, 3);
        assertThat(LabelNameBoost.rank(ranking, SCORES, PLACES, new int[0], 3)).isSameAs(ranking);
    }

    @Test
    void equalScoresKeepTheOrderOfTheirPlaces() {
        float[] equal = {1, 1, 1, 1};
        int[] backwards = {3, 2, 1, 0};
        Ranking ranking = TopK.of(equal, backwards, 4);
        assertThat(LabelNameBoost.rank(ranking, equal, backwards, new int[] {0, 2}, 4)
                        .rows())
                .containsExactly(2, 0, 3, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyRankingHoldsEachLabelOnceNamedOnesFirst(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            int size = 1 + random.nextInt(30);
            int depth = 1 + random.nextInt(35);
            float[] scores = new float[size];
            for (int row = 0; row < size; row++) {
                scores[row] = random.nextInt(5);
            }
            int[] places = IntStream.range(0, size).toArray();
            int[] first = IntStream.range(0, size)
                    .filter(row -> random.nextInt(4) == 0)
                    .toArray();
            Ranking ranking = LabelNameBoost.rank(TopK.of(scores, places, depth), scores, places, first, depth);
            Set<Integer> named = new HashSet<>();
            Arrays.stream(first).forEach(named::add);
            int[] rows = ranking.rows();
            assertThat(rows).hasSize(Math.min(size, depth)).doesNotHaveDuplicates();
            for (int rank = 0; rank < rows.length; rank++) {
                assertThat(named.contains(rows[rank])).isEqualTo(rank < Math.min(first.length, depth));
            }
        }
    }
}
