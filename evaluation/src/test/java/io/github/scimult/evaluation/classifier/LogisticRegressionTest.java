package io.github.scimult.evaluation.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Classifiers stand at the minimum of what they say that they minimise, and folds share out every class. */
class LogisticRegressionTest {
    private static double[][] rows(int count, long seed) {
        Random random = new Random(seed);
        double[][] rows = new double[count][];
        Arrays.setAll(rows, row -> new double[] {random.nextGaussian(), random.nextGaussian(), 1});
        return rows;
    }

    private static double product(double[] weights, double[] row) {
        return IntStream.range(0, row.length)
                .mapToDouble(i -> weights[i] * row[i])
                .sum();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theGradientIsNoneAtTheWeightsThatAreFitted(long seed) {
        double[][] rows = rows(60, seed);
        boolean[] targets = new boolean[rows.length];
        Random noise = new Random(seed + 100);
        for (int row = 0; row < rows.length; row++) {
            targets[row] = rows[row][0] + 0.5 * noise.nextGaussian() > 0.2;
        }
        double[] weights = LogisticRegression.fit(rows, targets);
        for (int feature = 0; feature < weights.length; feature++) {
            double slope = weights[feature];
            for (int row = 0; row < rows.length; row++) {
                double sign = targets[row] ? 1 : -1;
                slope -= sign * rows[row][feature] / (1 + Math.exp(sign * product(weights, rows[row])));
            }
            assertThat(slope).isCloseTo(0, within(1e-3));
        }
    }

    @Test
    void theClassHasTheHigherProbabilityWhicheverComesFirst() {
        double[][] rows = {{-1, 1}, {1, 1}, {-2, 1}, {2, 1}};
        for (boolean turned : new boolean[] {false, true}) {
            boolean[] targets = {turned, !turned, turned, !turned};
            double[] weights = LogisticRegression.fit(rows, targets);
            assertThat(product(weights, new double[] {3, 1}) > 0).isEqualTo(!turned);
            assertThat(product(weights, new double[] {-3, 1}) > 0).isEqualTo(turned);
        }
    }

    @Test
    void turnedTargetsTurnTheWeights() {
        double[][] rows = rows(40, 9);
        boolean[] targets = new boolean[40];
        boolean[] turned = new boolean[40];
        for (int row = 0; row < 40; row++) {
            targets[row] = rows[row][1] > 0.3;
            turned[row] = !targets[row];
        }
        double[] weights = LogisticRegression.fit(rows, targets);
        double[] opposite = LogisticRegression.fit(rows, turned);
        for (int feature = 0; feature < weights.length; feature++) {
            assertThat(opposite[feature]).isCloseTo(-weights[feature], within(1e-3));
        }
    }

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
        double[][] vectors = rows(30, 5);
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
