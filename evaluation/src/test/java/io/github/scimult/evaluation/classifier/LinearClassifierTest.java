package io.github.scimult.evaluation.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against scikit-learn's LinearSVC, whose minimum is unique. */
class LinearClassifierTest {
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @ValueSource(strings = {"two-classes", "three-classes", "more-features-than-rows"})
    void weightsObjectivesAndPredictionsAreThoseOfTheReference(String name) throws IOException {
        JsonNode golden = read(name);
        double[][] train = JSON.convertValue(golden.get("train_X"), double[][].class);
        int[] labels = JSON.convertValue(golden.get("train_y"), int[].class);
        double[][] test = JSON.convertValue(golden.get("test_X"), double[][].class);
        int classes = classes(labels);
        for (JsonNode fit : golden.get("fits")) {
            double cost = fit.get("C").asDouble();
            LinearClassifier fitted = LinearClassifier.fit(train, labels, classes, cost);
            double[][] weights = JSON.convertValue(fit.get("weights"), double[][].class);
            for (int row = 0; row < weights.length; row++) {
                for (int i = 0; i < weights[row].length; i++) {
                    assertThat(fitted.weights()[row][i]).isCloseTo(weights[row][i], within(1e-3));
                }
                assertThat(fitted.intercepts()[row])
                        .isCloseTo(fit.get("intercepts").get(row).asDouble(), within(1e-3));
                double expected = fit.get("objective_per_class").get(row).asDouble();
                assertThat(objective(fitted, row, train, labels, weights.length == 1 ? 1 : row, cost))
                        .isCloseTo(expected, within(1e-6 * expected));
            }
            assertThat(fitted.predict(test)).containsExactly(JSON.convertValue(fit.get("predicted"), int[].class));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"two-classes", "three-classes", "more-features-than-rows"})
    void foldsAndTheirAccuraciesAreThoseOfTheReference(String name) throws IOException {
        JsonNode golden = read(name);
        double[][] train = JSON.convertValue(golden.get("train_X"), double[][].class);
        int[] labels = JSON.convertValue(golden.get("train_y"), int[].class);
        List<int[]> folds = CostSearch.folds(labels, classes(labels));
        for (int fold = 0; fold < folds.size(); fold++) {
            assertThat(folds.get(fold))
                    .containsExactly(JSON.convertValue(golden.get("folds").get(fold), int[].class));
        }
        assertThat(golden.get("grid")).hasSize(CostSearch.COSTS.length);
        for (JsonNode point : golden.get("grid")) {
            List<Double> found = CostSearch.accuracies(
                    train, labels, classes(labels), point.get("C").asDouble());
            for (int fold = 0; fold < folds.size(); fold++) {
                assertThat(found.get(fold))
                        .isCloseTo(point.get("accuracy_per_fold").get(fold).asDouble(), within(1e-12));
            }
        }
    }

    private static int classes(int[] labels) {
        return java.util.Arrays.stream(labels).max().orElseThrow() + 1;
    }

    private static double objective(
            LinearClassifier fitted, int row, double[][] train, int[] labels, int positive, double cost) {
        double sum = fitted.intercepts()[row] * fitted.intercepts()[row];
        for (double weight : fitted.weights()[row]) {
            sum += weight * weight;
        }
        double loss = 0;
        for (int i = 0; i < train.length; i++) {
            double margin = 1 - (labels[i] == positive ? 1 : -1) * fitted.decide(train[i])[row];
            loss += Math.max(0, margin) * Math.max(0, margin);
        }
        return sum / 2 + cost * loss;
    }

    private static JsonNode read(String name) throws IOException {
        try (InputStream in =
                LinearClassifierTest.class.getResourceAsStream("/golden/metrics/linear-svm/" + name + ".json")) {
            return JSON.readTree(in);
        }
    }
}
