package io.github.scimult.evaluation.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Boosted trees learn what no sum of single features can, and say how sure they are. */
class BoostedTreesTest {
    private static final int ROWS = 4000;

    private final float[][] rows = new float[ROWS][3];
    private final boolean[] targets = new boolean[ROWS];

    /** The class is where exactly one of two features is above 0, but for one row in ten; the third feature is noise. */
    BoostedTreesTest() {
        SplittableRandom random = new SplittableRandom(3);
        for (int row = 0; row < ROWS; row++) {
            for (int feature = 0; feature < 3; feature++) {
                rows[row][feature] = (float) (2 * random.nextDouble() - 1);
            }
            targets[row] = (rows[row][0] > 0 != rows[row][1] > 0) != (random.nextInt(10) == 0);
        }
    }

    @Test
    void anExclusiveOrIsLearnedWithItsProbability() {
        BoostedTrees trees = BoostedTrees.fit(rows, targets);

        for (float x : new float[] {-0.5f, 0.5f}) {
            for (float y : new float[] {-0.5f, 0.5f}) {
                double probability = 1 / (1 + Math.exp(-trees.logOdds(new float[] {x, y, 0})));
                assertThat(probability).isBetween(x == y ? 0.03 : 0.8, x == y ? 0.2 : 0.97);
            }
        }
    }

    @Test
    void theSameRowsGiveTheSameTrees() {
        float[] row = {0.1f, -0.7f, 0.2f};
        assertThat(BoostedTrees.fit(rows, targets).logOdds(row))
                .isEqualTo(BoostedTrees.fit(rows, targets).logOdds(row));
    }

    @Test
    void featuresOfOneOrTwoValuesAndRowsOfOneClassAreFine() {
        float[][] flat = new float[100][2];
        boolean[] half = new boolean[100];
        for (int row = 0; row < 100; row++) {
            flat[row][1] = row % 2;
            half[row] = row % 2 == 1;
        }
        BoostedTrees trees = BoostedTrees.fit(flat, half);
        assertThat(trees.logOdds(new float[] {0, 1})).isGreaterThan(2);
        assertThat(trees.logOdds(new float[] {0, 0})).isLessThan(-2);
        assertThat(BoostedTrees.fit(flat, new boolean[100]).logOdds(new float[] {0, 1}))
                .isLessThan(-4);
    }

    @Test
    void noRowsAreRefused() {
        assertThatThrownBy(() -> BoostedTrees.fit(new float[0][], new boolean[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
