package io.github.scimult.core.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.core.embedding.Similarity;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Scores of many vectors at once are those of plain sums, whatever the sizes. */
class EmbeddingMatrixTest {
    private static float[][] vectors(int rows, int dimension, long seed) {
        Random random = new Random(seed);
        float[][] vectors = new float[rows][dimension];
        for (float[] vector : vectors) {
            for (int component = 0; component < dimension; component++) {
                vector[component] = (float) random.nextGaussian();
            }
        }
        return vectors;
    }

    private static double plain(Similarity similarity, float[] one, float[] other) {
        double dot = 0;
        double first = 0;
        double second = 0;
        for (int component = 0; component < one.length; component++) {
            dot += (double) one[component] * other[component];
            first += (double) one[component] * one[component];
            second += (double) other[component] * other[component];
        }
        return similarity == Similarity.DOT ? dot : dot / Math.sqrt(first * second);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 3, 2", "3, 5, 4", "17, 7, 5", "100, 48, 3", "513, 4, 1", "1025, 9, 6"})
    void everyScoreIsThePlainSum(int candidates, int dimension, int queries) {
        for (Similarity similarity : Similarity.values()) {
            float[][] rows = vectors(candidates, dimension, 1);
            float[][] asked = vectors(queries, dimension, 2);
            EmbeddingMatrix matrix = EmbeddingMatrix.of(rows, dimension, similarity);
            assertThat(matrix.size()).isEqualTo(candidates);
            float[][] scores = new float[queries][candidates];
            new DenseScorer(matrix).score(asked, scores);
            for (int query = 0; query < queries; query++) {
                for (int row = 0; row < candidates; row += 1 + candidates / 50) {
                    assertThat((double) scores[query][row])
                            .isCloseTo(plain(similarity, asked[query], rows[row]), within(1e-4));
                }
            }
        }
    }

    @Test
    void everyQueryIsLookedAtOnce() {
        EmbeddingMatrix matrix = EmbeddingMatrix.of(vectors(30, 6, 1), 6, Similarity.DOT);
        float[][] asked = vectors(101, 6, 2);
        ConcurrentHashMap<Integer, Integer> times = new ConcurrentHashMap<>();
        new DenseScorer(matrix).forEach(asked, (query, scores) -> {
            assertThat(scores).hasSize(30);
            scores[0] = Float.NaN; // is allowed
            times.merge(query, 1, Integer::sum);
        });
        assertThat(times)
                .hasSize(101)
                .allSatisfy((query, count) -> assertThat(count).isEqualTo(1));
    }

    @Test
    void noCandidatesGiveNoScores() {
        EmbeddingMatrix none = EmbeddingMatrix.of(new float[0][], 4, Similarity.COSINE);
        float[][] scores = new float[2][0];
        new DenseScorer(none).score(vectors(2, 4, 1), scores);
        assertThat(none.size()).isZero();
    }

    @Test
    void aQueryOfAnotherDimensionIsRefusedWithBoth() {
        EmbeddingMatrix matrix = EmbeddingMatrix.of(vectors(3, 4, 1), 4, Similarity.DOT);
        assertThatThrownBy(() -> new DenseScorer(matrix).score(new float[][] {{1, 2}}, new float[1][3]))
                .hasMessageContaining("the query has 2 components, the candidates have 4");
    }

    @ParameterizedTest
    @EnumSource(Similarity.class)
    void aVectorOfZerosIsNearNothing(Similarity similarity) {
        EmbeddingMatrix matrix = EmbeddingMatrix.of(new float[][] {{0, 0}, {1, 1}}, 2, similarity);
        float[][] scores = new float[1][2];
        new DenseScorer(matrix).score(new float[][] {{2, 0}}, scores);
        assertThat(scores[0][0]).isZero();
        assertThat(scores[0][1]).isPositive();
    }

    @ParameterizedTest
    @EnumSource(Similarity.class)
    void aVectorThatIsNoNumberIsRefused(Similarity similarity) {
        assertThatThrownBy(() -> EmbeddingMatrix.of(new float[][] {{1, Float.NaN}}, 2, similarity))
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> similarity.prepared(new float[] {Float.POSITIVE_INFINITY}))
                .hasMessageContaining("finite");
    }

    @Test
    void unitVectorsHaveLengthOneAndZeroStaysZero() {
        float[] unit = Similarity.unit(new float[] {3, 4});
        assertThat(unit).containsExactly(0.6f, 0.8f);
        assertThat(Similarity.unit(new float[] {0, 0})).containsExactly(0f, 0f);
        float[] tiny = Similarity.unit(new float[] {1e-20f, 0});
        assertThat(tiny[0]).isCloseTo(1f, within(1e-5f));
    }

    @ParameterizedTest
    @CsvSource({"1, 16", "1000000, 4", "100000000, 2", "0, 16"})
    void groupsOfQueriesHoldTheirScoresInBoundedMemory(int candidates, int group) {
        assertThat(DenseScorer.groupSize(candidates)).isEqualTo(group);
    }
}
