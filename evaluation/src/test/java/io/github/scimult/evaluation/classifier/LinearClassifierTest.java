package io.github.scimult.evaluation.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Support vector machines separate classes, and folds share out every class. */
class LinearClassifierTest {
    @Test
    void aSupportVectorMachineTellsClassesApart() {
        double[][] vectors = {{3, 0}, {4, 1}, {-3, 0}, {-4, 1}, {0, 5}, {1, 6}};
        int[] labels = {0, 0, 1, 1, 2, 2};
        LinearClassifier fitted = LinearClassifier.fit(vectors, labels, 3, 1);
        assertThat(fitted.predict(vectors)).containsExactly(labels);
        assertThat(fitted.weights()).hasNumberOfRows(3);
        assertThat(fitted.intercepts()).hasSize(3);
    }

    @Test
    void twoClassesNeedOneRowAlone() {
        double[][] vectors = {{3, 0}, {4, 1}, {-3, 0}, {-4, 1}};
        LinearClassifier fitted = LinearClassifier.fit(vectors, new int[] {1, 1, 0, 0}, 2, 1);
        assertThat(fitted.weights()).hasNumberOfRows(1);
        assertThat(fitted.predict(vectors)).containsExactly(1, 1, 0, 0);
        assertThat(fitted.decide(new double[] {5, 0})).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void foldsShareOutEveryClassAndEveryRowOnce(long seed) {
        Random random = new Random(seed);
        int[] labels = random.ints(31, 0, 4).toArray();
        List<int[]> folds = CostSearch.folds(labels, 4);
        assertThat(folds).hasSize(3);
        assertThat(folds.stream().flatMapToInt(Arrays::stream).sorted().toArray())
                .containsExactly(IntStream.range(0, 31).toArray());
        for (int label = 0; label < 4; label++) {
            int wanted = label;
            int[] counts = folds.stream()
                    .mapToInt(fold -> (int) Arrays.stream(fold)
                            .filter(row -> labels[row] == wanted)
                            .count())
                    .sorted()
                    .toArray();
            assertThat(counts[2] - counts[0]).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void theCostThatIsChosenIsOneOfTheCandidates() {
        Random random = new Random(5);
        double[][] vectors = new double[30][];
        Arrays.setAll(vectors, row -> new double[] {random.nextGaussian(), random.nextGaussian(), 1});
        int[] labels =
                Arrays.stream(vectors).mapToInt(row -> row[0] > 0 ? 1 : 0).toArray();
        LinearClassifier best = CostSearch.best(vectors, labels, 2);
        assertThat(Arrays.stream(CostSearch.COSTS)
                        .mapToObj(cost ->
                                LinearClassifier.fit(vectors, labels, 2, cost).weights()[0])
                        .anyMatch(weights -> Arrays.equals(weights, best.weights()[0])))
                .isTrue();
    }
}
