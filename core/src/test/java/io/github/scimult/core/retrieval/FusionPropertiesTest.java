package io.github.scimult.core.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.core.random.RandomSample;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every fusion, whatever the scores are. */
class FusionPropertiesTest {
    private static final int CANDIDATES = 60;

    private static Stream<Fusion> fusions() {
        return Stream.of(
                Fusion.weightedSum(0),
                Fusion.weightedSum(0.4),
                Fusion.weightedSum(3),
                Fusion.weightedSum(Double.POSITIVE_INFINITY),
                Fusion.reciprocalRank());
    }

    private static float[] dense(SplittableRandom random) {
        float[] scores = new float[CANDIDATES];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) random.nextDouble(-5, 5);
        }
        return scores;
    }

    /** Half of the candidates have no term of the query. */
    private static float[] lexical(SplittableRandom random) {
        float[] scores = new float[CANDIDATES];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = random.nextBoolean() ? 0 : (float) random.nextDouble(0.1, 20);
        }
        return scores;
    }

    private static int[] places(int count) {
        return IntStream.range(0, count).toArray();
    }

    @ParameterizedTest
    @MethodSource("fusions")
    void theOrderOfCandidatesDoesNotChangeTheirScores(Fusion fusion) {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            float[] dense = dense(random);
            float[] lexical = lexical(random);
            int[] order = RandomSample.permutation(CANDIDATES, random);
            float[] denseMoved = new float[CANDIDATES];
            float[] lexicalMoved = new float[CANDIDATES];
            for (int i = 0; i < CANDIDATES; i++) {
                denseMoved[i] = dense[order[i]];
                lexicalMoved[i] = lexical[order[i]];
            }
            double[] scores = fusion.fuse(dense, lexical, places(CANDIDATES));
            double[] moved = fusion.fuse(denseMoved, lexicalMoved, order);
            for (int i = 0; i < CANDIDATES; i++) {
                assertThat(moved[i]).isEqualTo(scores[order[i]]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("fusions")
    void rowsThatAreNoCandidatesChangeNothing(Fusion fusion) {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            float[] dense = dense(random);
            float[] lexical = lexical(random);
            float[] more = Arrays.copyOf(dense, CANDIDATES + 9);
            float[] moreLexical = Arrays.copyOf(lexical, CANDIDATES + 9);
            Arrays.fill(more, CANDIDATES, more.length, Float.NEGATIVE_INFINITY);
            Arrays.fill(moreLexical, CANDIDATES, more.length, Float.NEGATIVE_INFINITY);

            double[] scores = fusion.fuse(more, moreLexical, places(more.length));

            assertThat(Arrays.copyOf(scores, CANDIDATES)).isEqualTo(fusion.fuse(dense, lexical, places(CANDIDATES)));
            assertThat(Arrays.copyOfRange(scores, CANDIDATES, scores.length)).containsOnly(Double.NEGATIVE_INFINITY);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.4, 3})
    void aWeightedSumDoesNotSeeTheScaleOfEitherSide(double weight) {
        Fusion fusion = Fusion.weightedSum(weight);
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            float[] dense = dense(random);
            float[] lexical = lexical(random);
            float[] denseScaled = new float[CANDIDATES];
            float[] lexicalScaled = new float[CANDIDATES];
            for (int i = 0; i < CANDIDATES; i++) {
                denseScaled[i] = 4 * dense[i] + 8;
                lexicalScaled[i] = 0.5f * lexical[i];
            }
            double[] scores = fusion.fuse(dense, lexical, places(CANDIDATES));
            double[] scaled = fusion.fuse(denseScaled, lexicalScaled, places(CANDIDATES));
            for (int i = 0; i < CANDIDATES; i++) {
                assertThat(scaled[i]).isCloseTo(scores[i], within(1e-5)).isBetween(-1e-5, 1 + 1e-5);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("fusions")
    void whatIsBetterOnBothSidesIsNeverBehind(Fusion fusion) {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            float[] dense = dense(random);
            float[] lexical = lexical(random);
            double[] scores = fusion.fuse(dense, lexical, places(CANDIDATES));
            for (int one = 0; one < CANDIDATES; one++) {
                for (int other = 0; other < CANDIDATES; other++) {
                    if (dense[one] > dense[other] && lexical[one] > lexical[other]) {
                        assertThat(scores[one]).isGreaterThanOrEqualTo(scores[other]);
                    }
                }
            }
        }
    }

    @Test
    void reciprocalRanksSeeTheOrdersAlone() {
        SplittableRandom random = new SplittableRandom(4);
        float[] dense = dense(random);
        float[] lexical = lexical(random);
        float[] bent = new float[CANDIDATES];
        float[] bentLexical = new float[CANDIDATES];
        for (int i = 0; i < CANDIDATES; i++) {
            bent[i] = (float) Math.exp(dense[i]);
            bentLexical[i] = lexical[i] * lexical[i];
        }
        assertThat(Fusion.reciprocalRank().fuse(bent, bentLexical, places(CANDIDATES)))
                .isEqualTo(Fusion.reciprocalRank().fuse(dense, lexical, places(CANDIDATES)));
    }

    @ParameterizedTest
    @MethodSource("fusions")
    void ofNothingAndOfOneCandidateScoresAreNumbers(Fusion fusion) {
        assertThat(fusion.fuse(new float[0], new float[0], new int[0])).isEmpty();
        for (float dense : new float[] {0, -3, 3}) {
            for (float lexical : new float[] {0, 2}) {
                double[] scores = fusion.fuse(new float[] {dense}, new float[] {lexical}, new int[] {0});
                assertThat(scores[0]).isBetween(0.0, 1.0);
            }
        }
    }

    @Test
    void theTwoPrecisionsSayTheSame() {
        SplittableRandom random = new SplittableRandom(5);
        float[] dense = dense(random);
        float[] lexical = lexical(random);
        for (Fusion fusion : fusions().toList()) {
            float[] single = new float[CANDIDATES];
            fusion.fuse(dense, lexical, places(CANDIDATES), single);
            double[] scores = fusion.fuse(dense, lexical, places(CANDIDATES));
            for (int i = 0; i < CANDIDATES; i++) {
                assertThat(single[i]).isEqualTo((float) scores[i]);
            }
        }
    }

    @Test
    void valuesOutOfBoundsAreRefusedWithTheBoundAndTheValue() {
        for (double weight : List.of(-0.1, 1000.5, Double.NaN, Double.NEGATIVE_INFINITY)) {
            assertThatThrownBy(() -> Fusion.weightedSum(weight))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("between 0 and 1,000")
                    .hasMessageContaining(String.valueOf(weight));
        }
        assertThatThrownBy(() -> new Fusion(Fusion.Kind.RECIPROCAL_RANK, 1, 0, 10))
                .hasMessageContaining("not 0 and 10");
        assertThatThrownBy(() -> new Fusion(Fusion.Kind.RECIPROCAL_RANK, 1, 60, 0))
                .hasMessageContaining("not 60 and 0");
    }
}
