package io.github.scimult.training.negative;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.task.Task;
import io.github.scimult.training.pair.NegativeSource;
import io.github.scimult.training.pair.TextKind;
import io.github.scimult.training.pair.TrainingPairs;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MinedHardNegativesTest {
    /** Paper 0 cites 1, and 2 as is known; paper 3 cites 4. */
    private static final TrainingPairs PAIRS = new TrainingPairs(
            "papers",
            Task.LINK,
            TextKind.PAPER,
            TextKind.PAPER,
            9,
            new int[] {0, 3},
            new int[][] {{1}, {4}},
            new int[2][0],
            new int[][] {{1, 2}, {4}});

    private static final float OUT = Float.NEGATIVE_INFINITY;
    private static final int[] ALL = {0, 1, 2, 3, 4, 5, 6, 7, 8};

    @Test
    void whatIsKnownToBeRelevantAndThePaperItselfAreLeftOut() {
        float[] scores = {.5f, .9f, .2f, .1f, .1f, .3f, .1f, .1f, .1f};
        new MinedHardNegatives.Guard(PAIRS, ALL, 0.05, MinedHardNegatives.Origin.ZERO).leaveNegatives(0, scores);
        assertThat(scores).containsExactly(OUT, OUT, OUT, .1f, .1f, .3f, .1f, .1f, .1f);
    }

    @Test
    void whatScoresNearlyAsHighAsThePositivesOrHigherIsLeftOut() {
        float[] scores = {0, .6f, 0, 0, 0, .8f, .55f, .5f, .4f};
        new MinedHardNegatives.Guard(PAIRS, ALL, 0.1, MinedHardNegatives.Origin.ZERO).leaveNegatives(0, scores);
        assertThat(scores).containsExactly(OUT, OUT, OUT, 0, 0, OUT, OUT, .5f, .4f);
    }

    @Test
    void ofPositivesThatScoreBelowZeroNothingAboveThemIsANegative() {
        float[] scores = {0, -1, 0, 0, 0, -.95f, -1.05f, -1.2f, -.5f};
        new MinedHardNegatives.Guard(PAIRS, ALL, 0.1, MinedHardNegatives.Origin.ZERO).leaveNegatives(0, scores);
        assertThat(scores).containsExactly(OUT, OUT, OUT, OUT, OUT, OUT, OUT, -1.2f, OUT);
    }

    /** Of the mean of the candidates, 0.25, the positive is 0.75 away; a tenth of that is 0.075. */
    @Test
    void anOffsetThatAllDotProductsHaveInCommonChangesNothing() {
        float[] plain = {0, 1, 0, 0, 0, .95f, .9f, -.25f, -.35f};
        for (float offset : new float[] {0, 64, -64, -1}) {
            float[] scores = plain.clone();
            for (int i = 0; i < scores.length; i++) {
                scores[i] += offset;
            }
            float[] left = scores.clone();
            new MinedHardNegatives.Guard(PAIRS, ALL, 0.1, MinedHardNegatives.Origin.MEAN).leaveNegatives(0, left);
            assertThat(left)
                    .as("offset %f", offset)
                    .containsExactly(OUT, OUT, OUT, scores[3], scores[4], OUT, scores[6], scores[7], scores[8]);
        }
    }

    @Test
    void ofPositivesThatScoreBelowTheMeanNothingAboveThemIsANegative() {
        float[] scores = {10, 9, 10, 10, 10, 9.05f, 8.95f, 8.8f, 10.5f};
        new MinedHardNegatives.Guard(PAIRS, ALL, 0.1, MinedHardNegatives.Origin.MEAN).leaveNegatives(0, scores);
        assertThat(scores).containsExactly(OUT, OUT, OUT, OUT, OUT, OUT, OUT, 8.8f, OUT);
    }

    @Test
    void cosineIsMeasuredFromZeroAndTheDotProductFromTheMean() {
        assertThat(MinedHardNegatives.Origin.of(Similarity.COSINE)).isEqualTo(MinedHardNegatives.Origin.ZERO);
        assertThat(MinedHardNegatives.Origin.of(Similarity.DOT)).isEqualTo(MinedHardNegatives.Origin.MEAN);
    }

    @Test
    void whereNoPositiveIsScoredNothingIsTooSimilar() {
        float[] scores = {.8f, .5f};
        new MinedHardNegatives.Guard(PAIRS, new int[] {5, 6}, 0.1, MinedHardNegatives.Origin.ZERO)
                .leaveNegatives(0, scores);
        assertThat(scores).containsExactly(.8f, .5f);
    }

    @Test
    void asManyAreDrawnAsAreAskedForEachOnce() {
        MinedHardNegatives neighbours = new MinedHardNegatives(new int[][] {{5, 6, 7, 8}, {}});
        assertThat(neighbours.draw(0, new int[] {1}, 2, new SplittableRandom(1)))
                .hasSize(2)
                .doesNotHaveDuplicates()
                .doesNotContain(0, 1, 2, 3, 4);
        assertThat(neighbours.draw(0, new int[] {1}, 9, new SplittableRandom(1)))
                .containsExactly(5, 6, 7, 8);
        assertThat(neighbours.draw(1, new int[] {4}, 2, new SplittableRandom(1)))
                .isEmpty();
        assertThat(neighbours.found()).isEqualTo(1);
    }

    @Test
    void ofTwoSourcesEachIsDrawnFromByItsWeight() {
        NegativeSource fives = (query, positives, most, random) -> new int[] {5};
        NegativeSource sixes = (query, positives, most, random) -> new int[] {6};
        WeightedNegatives mixed = new WeightedNegatives(
                List.of(new WeightedNegatives.Part(fives, 3), new WeightedNegatives.Part(sixes, 1)));
        SplittableRandom random = new SplittableRandom(17);
        int first = 0;
        for (int draw = 0; draw < 4000; draw++) {
            first += mixed.draw(0, new int[] {1}, 1, random)[0] == 5 ? 1 : 0;
        }
        assertThat(first).isBetween(2900, 3100);
    }
}
