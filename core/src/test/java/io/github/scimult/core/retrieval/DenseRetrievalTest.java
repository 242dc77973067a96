package io.github.scimult.core.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.embedding.Similarity;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenseRetrievalTest {
    @ParameterizedTest
    @CsvSource({"1, 1, 1", "700, 33, 37", "256, 16, 384", "257, 2, 5", "10, 50, 64"})
    void blockedScoresAreThoseOfThePlainLoopBitForBit(int candidates, int queries, int dimension) {
        float[][] candidateVectors = vectors(candidates, dimension, 1);
        float[][] queryVectors = vectors(queries, dimension, 2);
        float[][] scores = new float[queries][];

        new DenseScorer(EmbeddingMatrix.of(candidateVectors, dimension, Similarity.DOT))
                .forEach(queryVectors, (query, values) -> scores[query] = values.clone());

        for (int query = 0; query < queries; query++) {
            for (int candidate = 0; candidate < candidates; candidate++) {
                assertThat(scores[query][candidate])
                        .isEqualTo(plainDot(queryVectors[query], candidateVectors[candidate]));
            }
        }
    }

    @Test
    void cosineDoesNotSeeTheLengthsOfVectors() {
        float[][] candidates = vectors(300, 24, 3);
        float[][] longer = Arrays.stream(candidates).map(row -> scaled(row, 8)).toArray(float[][]::new);
        float[][] query = vectors(1, 24, 4);
        float[][] scores = new float[1][300];
        float[][] scoresOfLonger = new float[1][300];

        new DenseScorer(EmbeddingMatrix.of(candidates, 24, Similarity.COSINE)).score(query, scores);
        new DenseScorer(EmbeddingMatrix.of(longer, 24, Similarity.COSINE)).score(query, scoresOfLonger);

        assertThat(scores).isDeepEqualTo(scoresOfLonger);
        double cosine = plainDot(query[0], candidates[5])
                / Math.sqrt((double) plainDot(query[0], query[0]) * plainDot(candidates[5], candidates[5]));
        assertThat((double) scores[0][5]).isCloseTo(cosine, org.assertj.core.api.Assertions.within(1e-6));
    }

    @Test
    void aRowOfTheMatrixIsTheVectorThatWasAdded() {
        float[][] vectors = vectors(600, 10, 5);
        EmbeddingMatrix.Builder builder = new EmbeddingMatrix.Builder(10, Similarity.DOT);
        builder.add(Arrays.copyOfRange(vectors, 0, 100));
        builder.add(Arrays.copyOfRange(vectors, 100, 600));
        EmbeddingMatrix matrix = builder.build();

        for (int row = 0; row < 600; row++) {
            assertThat(matrix.row(row)).isEqualTo(vectors[row]);
        }
    }

    @Test
    void vectorsThatCannotBeComparedAreRefused() {
        assertThatThrownBy(() -> EmbeddingMatrix.of(new float[][] {{1, Float.NaN}}, 2, Similarity.DOT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no finite number");
        assertThatThrownBy(() -> EmbeddingMatrix.of(new float[][] {{1, 2}, {1}}, 2, Similarity.DOT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("candidate 1 has 1 components, expected 2");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1000, 1", "1000, 20", "1000, 999", "1000, 5000"})
    void theHeapFindsWhatSortingFinds(int candidates, int k) {
        Random random = new Random(candidates + k);
        float[] scores = new float[candidates];
        for (int row = 0; row < candidates; row++) {
            scores[row] = random.nextInt(50) / 8f; // many ties
        }
        scores[candidates / 2] = Float.NEGATIVE_INFINITY;
        int[] places = shuffledPlaces(candidates, random);

        Ranking ranking = TopK.of(scores, places, k);

        int[] expected = IntStream.range(0, candidates)
                .filter(row -> scores[row] != Float.NEGATIVE_INFINITY)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(row -> -scores[row]).thenComparingInt(row -> places[row]))
                .limit(k)
                .mapToInt(Integer::intValue)
                .toArray();
        assertThat(ranking.rows()).isEqualTo(expected);
        for (int rank = 0; rank < ranking.size(); rank++) {
            assertThat(ranking.scores()[rank]).isEqualTo(scores[ranking.rows()[rank]]);
        }
    }

    @Test
    void negativeZeroTiesWithZero() {
        assertThat(TopK.of(new float[] {0f, -0f, 0f}, new int[] {2, 0, 1}, 3).rows())
                .containsExactly(1, 2, 0);
    }

    private static int[] shuffledPlaces(int size, Random random) {
        int[] places = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = places[i];
            places[i] = places[other];
            places[other] = kept;
        }
        return places;
    }

    private static float plainDot(float[] left, float[] right) {
        float sum = 0;
        for (int component = 0; component < left.length; component++) {
            sum += left[component] * right[component];
        }
        return sum;
    }

    private static float[] scaled(float[] vector, float factor) {
        float[] scaled = vector.clone();
        for (int component = 0; component < scaled.length; component++) {
            scaled[component] *= factor;
        }
        return scaled;
    }

    private static float[][] vectors(int count, int dimension, long seed) {
        Random random = new Random(seed);
        float[][] vectors = new float[count][dimension];
        for (float[] vector : vectors) {
            for (int component = 0; component < dimension; component++) {
                vector[component] = (float) random.nextGaussian();
            }
        }
        return vectors;
    }
}
