package io.github.scimult.core.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FusionTest {
    private static final float NONE = Float.NEGATIVE_INFINITY;
    private static final int[] PLACES = {0, 1, 2, 3};

    @Test
    void theWeightedSumAddsStandardScoresOfTheCandidatesAlone() {
        float[] fused = fuse(Fusion.weightedSum(0.5), new float[] {1, 2, 3, NONE}, new float[] {0, 0, 6, NONE});

        double unit = Math.sqrt(2.0 / 3); // deviation of 1, 2, 3
        double lexicalUnit = Math.sqrt(8); // deviation of 0, 0, 6
        assertThat(fused[0]).isCloseTo((float) (-1 / unit + 0.5 * -2 / lexicalUnit), within(1e-6f));
        assertThat(fused[1]).isCloseTo((float) (0.5 * -2 / lexicalUnit), within(1e-6f));
        assertThat(fused[2]).isCloseTo((float) (1 / unit + 0.5 * 4 / lexicalUnit), within(1e-6f));
        assertThat(fused[3]).isEqualTo(NONE);
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
