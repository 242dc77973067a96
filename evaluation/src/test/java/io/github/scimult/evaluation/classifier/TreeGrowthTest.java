package io.github.scimult.evaluation.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.core.random.RandomSample;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bins hold all values in their order, and a split is the one that a plain search finds. */
class TreeGrowthTest {
    private static final int MIN_ROWS = 20;

    private static float[][] rows(int count, int features, int values, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] rows = new float[count][features];
        for (float[] row : rows) {
            for (int i = 0; i < features; i++) {
                row[i] = random.nextInt(values) / 3f - 5;
            }
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 66, 200, 5000})
    void everyValueLiesInTheBinBelowWhoseBoundItIs(int values) {
        float[][] rows = rows(3000, 2, values, values);

        FeatureBins bins = FeatureBins.of(rows);

        for (int feature = 0; feature < 2; feature++) {
            float[] upper = bins.upper()[feature];
            assertThat(upper.length).isBetween(1, FeatureBins.MAX_BINS);
            assertThat(upper).isSorted().doesNotHaveDuplicates();
            for (int row = 0; row < rows.length; row++) {
                int bin = bins.bins()[feature][row];
                assertThat(rows[row][feature]).isLessThanOrEqualTo(upper[bin]);
                assertThat(bin == 0 || rows[row][feature] > upper[bin - 1]).isTrue();
            }
        }
    }

    @Test
    void fewDifferentValuesHaveABinEachAndManyAreSharedOutEvenly() {
        float[][] few = new float[60][1];
        float[][] many = new float[6400][1];
        for (int row = 0; row < few.length; row++) {
            few[row][0] = row;
        }
        for (int row = 0; row < many.length; row++) {
            many[row][0] = row;
        }
        assertThat(FeatureBins.of(few).upper()[0]).hasSize(60);
        FeatureBins shared = FeatureBins.of(many);
        int[] counts = new int[FeatureBins.MAX_BINS];
        for (byte bin : shared.bins()[0]) {
            counts[bin]++;
        }
        assertThat(counts).containsOnly(100);
    }

    @Test
    void theOrderOfRowsDoesNotChangeTheBins() {
        float[][] rows = rows(500, 1, 300, 5);
        float[][] shuffled = new float[rows.length][];
        int[] order = RandomSample.permutation(rows.length, new SplittableRandom(6));
        for (int row = 0; row < rows.length; row++) {
            shuffled[row] = rows[order[row]];
        }
        assertThat(FeatureBins.of(shuffled).upper())
                .isDeepEqualTo(FeatureBins.of(rows).upper());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theBestSplitIsThatOfAPlainSearch(long seed) {
        float[][] rows = rows(150, 3, 40, seed);
        SplittableRandom random = new SplittableRandom(seed);
        double[] gradients = random.doubles(rows.length, -1, 1).toArray();
        double[] hessians = random.doubles(rows.length, 0.01, 0.25).toArray();
        FeatureBins bins = FeatureBins.of(rows);
        double most = 0;
        for (int feature = 0; feature < 3; feature++) {
            for (float bound : bins.upper()[feature]) {
                most = Math.max(most, gain(rows, feature, bound, gradients, hessians));
            }
        }

        SplitHistogram.Split best = SplitHistogram.of(
                        bins, IntStream.range(0, rows.length).toArray(), gradients, hessians)
                .best();

        assertThat(best.gain()).isCloseTo(most, within(1e-9)).isPositive();
        assertThat(gain(rows, best.feature(), bins.upper()[best.feature()][best.bin()], gradients, hessians))
                .isCloseTo(most, within(1e-9));
    }

    private static double gain(float[][] rows, int feature, float bound, double[] gradients, double[] hessians) {
        double[] sums = new double[4];
        int left = 0;
        for (int row = 0; row < rows.length; row++) {
            int side = rows[row][feature] <= bound ? 0 : 2;
            left += side == 0 ? 1 : 0;
            sums[side] += gradients[row];
            sums[side + 1] += hessians[row];
        }
        boolean allowed = left >= MIN_ROWS && rows.length - left >= MIN_ROWS;
        double before = sums[0] + sums[2];
        return allowed
                ? sums[0] * sums[0] / (sums[1] + 1)
                        + sums[2] * sums[2] / (sums[3] + 1)
                        - before * before / (sums[1] + sums[3] + 1)
                : 0;
    }

    @Test
    void theRestOfAHistogramIsThatOfTheOtherRows() {
        float[][] rows = rows(100, 2, 30, 9);
        double[] ones = new double[rows.length];
        Arrays.fill(ones, 0.5);
        FeatureBins bins = FeatureBins.of(rows);
        int[] all = IntStream.range(0, 100).toArray();
        int[] some = IntStream.range(0, 100).filter(row -> row % 3 == 0).toArray();
        int[] others = IntStream.range(0, 100).filter(row -> row % 3 != 0).toArray();

        SplitHistogram rest = SplitHistogram.of(bins, all, ones, ones).minus(SplitHistogram.of(bins, some, ones, ones));

        assertThat(rest.counts())
                .isDeepEqualTo(SplitHistogram.of(bins, others, ones, ones).counts());
        assertThat(rest.gradients())
                .isDeepEqualTo(SplitHistogram.of(bins, others, ones, ones).gradients());
    }

    @Test
    void tooFewRowsOrEqualOnesAreNotSplit() {
        double[] gradients =
                IntStream.range(0, 39).mapToDouble(row -> row < 20 ? 1 : -1).toArray();
        double[] hessians = IntStream.range(0, 39).mapToDouble(row -> 0.25).toArray();
        float[][] apart = new float[39][1];
        for (int row = 0; row < 39; row++) {
            apart[row][0] = row;
        }
        int[] all = IntStream.range(0, 39).toArray();
        assertThat(SplitHistogram.of(FeatureBins.of(apart), all, gradients, hessians)
                        .best()
                        .gain())
                .isZero();
        assertThat(new TreeGrower(FeatureBins.of(new float[39][1]), gradients, hessians, 0.1)
                        .grow()
                        .features())
                .containsExactly(-1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aTreeGivesItsOwnRowsWhatItAddedToThem(long seed) {
        float[][] rows = rows(600, 4, 500, seed);
        SplittableRandom random = new SplittableRandom(seed);
        double[] gradients = random.doubles(rows.length, -1, 1).toArray();
        double[] hessians = random.doubles(rows.length, 0.01, 0.25).toArray();
        TreeGrower grower = new TreeGrower(FeatureBins.of(rows), gradients, hessians, 0.1);

        BoostedTrees.Tree tree = grower.grow();
        double[] sums = new double[rows.length];
        grower.addTo(sums);

        for (int row = 0; row < rows.length; row++) {
            assertThat(tree.value(rows[row])).isEqualTo(sums[row]);
        }
        assertThat(IntStream.of(tree.features()).filter(feature -> feature < 0).count())
                .isBetween(2L, 8L);
    }

    @Test
    void aFeatureThatSaysNothingChangesNothing() {
        float[][] rows = rows(300, 2, 50, 4);
        boolean[] targets = new boolean[rows.length];
        float[][] more = new float[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            targets[row] = rows[row][0] > 1;
            more[row] = new float[] {rows[row][0], rows[row][1], 7};
        }
        BoostedTrees plain = BoostedTrees.fit(rows, targets);
        BoostedTrees wider = BoostedTrees.fit(more, targets);
        for (int row = 0; row < rows.length; row++) {
            assertThat(wider.logOdds(more[row])).isEqualTo(plain.logOdds(rows[row]));
        }
    }
}
