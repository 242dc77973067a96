package io.github.scimult.core.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FusionTest {
    private static final float NONE = Float.NEGATIVE_INFINITY;
    private static final int[] PLACES = {0, 1, 2, 3};

    @Test
    void theWeightedSumIsAConvexCombinationOfBothSidesEachFromItsFloorToItsBest() {
        float[] words = new float[300];
        Arrays.fill(words, 3);
        words[0] = 0;
        words[1] = 6;
        float[] model = new float[300];
        for (int row = 0; row < 300; row++) {
            model[row] = row;
        }
        ConvexCombination combination = ConvexCombination.of(model, words, 0.5);

        assertThat(combination.weight())
                .as("a query that many candidates match")
                .isEqualTo(0.5);
        assertThat(combination.score(0, 0)).isZero();
        assertThat(combination.score(299, 6)).isEqualTo(1);
        assertThat(combination.score(299, 0)).isCloseTo(1 / 1.5, within(1e-9));
        assertThat(combination.score(0, 3)).isCloseTo(0.5 * 0.5 / 1.5, within(1e-9));
    }

    @Test
    void rowsThatAreNoCandidatesAreLeftOut() {
        float[] fused = fuse(Fusion.weightedSum(0.5), new float[] {1, 2, 3, NONE}, new float[] {0, 0, 6, NONE});

        assertThat(fused[2]).isEqualTo(1);
        assertThat(fused[0]).isZero();
        assertThat(fused[3]).isEqualTo(NONE);
    }

    @Test
    void whatOneCandidateAloneHasPutsItFirstWhateverTheWeight() {
        float[] model = {0.9f, 0.8f, 0.1f, 0.2f};
        float[] words = {0, 0, 2, 0};
        for (double weight : new double[] {0.05, 0.4, 3}) {
            float[] fused = fuse(Fusion.weightedSum(weight), model, words);
            assertThat(TopK.of(fused, PLACES, 4).rows()[0])
                    .as("weight " + weight)
                    .isEqualTo(2);
        }
        assertThat(TopK.of(fuse(Fusion.weightedSum(0), model, words), PLACES, 4).rows()[0])
                .as("the dense side alone")
                .isZero();
    }

    @Test
    void anInfiniteWeightLeavesTheLexicalSideAlone() {
        float[] fused =
                fuse(Fusion.weightedSum(Double.POSITIVE_INFINITY), new float[] {3, 1, 2, 0}, new float[] {0, 1, 2, 4});

        assertThat(fused).containsExactly(0, 0.25f, 0.5f, 1);
    }

    @Test
    void aQueryWithoutAnyKnownWordLeavesTheModelsOrder() {
        float[] fused = fuse(Fusion.weightedSum(0.2), new float[] {3, 1, 2, 0}, new float[4]);

        assertThat(TopK.of(fused, PLACES, 4).rows()).containsExactly(0, 2, 1, 3);
    }

    @Test
    void reciprocalRanksAddUpOverBothRankings() {
        float[] fused = fuse(Fusion.reciprocalRank(), new float[] {9, 8, 7, NONE}, new float[] {0, 5, 0, NONE});

        assertThat(fused).containsExactly(new float[] {1f / 61, 1f / 62 + 1f / 61, 1f / 63, NONE}, within(1e-7f));
    }

    @Test
    void aWeightBelowZeroIsRefused() {
        assertThatThrownBy(() -> Fusion.weightedSum(-0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-0.1");
    }

    private static float[] fuse(Fusion fusion, float[] model, float[] lexical) {
        float[] fused = new float[model.length];
        fusion.fuse(model, lexical, PLACES, fused);
        return fused;
    }
}
