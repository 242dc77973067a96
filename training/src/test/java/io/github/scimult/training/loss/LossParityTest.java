package io.github.scimult.training.loss;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.encoder.fixture.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every loss against the reference: value, share of each query, gradients. */
class LossParityTest {
    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(Golden.path("loss"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void everyFormulaHasACase() throws IOException {
        assertThat(cases()).hasSize(16);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void doublesGiveTheReferencesLossAndGradients(String name) throws IOException {
        JsonNode expected = Golden.json("loss/" + name);
        double bound = 1e-11 * Math.max(1, expected.get("loss").asDouble());
        compare(expected, ScalarType.Double, bound, bound);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void floatsGiveTheReferencesLossAndGradients(String name) throws IOException {
        JsonNode expected = Golden.json("loss/" + name);
        double gradient = Math.max(
                Numbers.greatest(Golden.doubles(expected.get("grad_Q"))),
                Numbers.greatest(Golden.doubles(expected.get("grad_C"))));
        compare(expected, ScalarType.Float, 1e-5 * expected.get("loss").asDouble(), 1e-5 * gradient);
    }

    private static void compare(JsonNode expected, ScalarType type, double lossBound, double gradientBound) {
        try (PointerScope scope = new PointerScope()) {
            Tensor queries = matrix(expected.get("Q"), type);
            Tensor candidates = matrix(expected.get("C"), type);
            Similarity similarity =
                    Similarity.valueOf(expected.get("similarity").asText().toUpperCase(Locale.ROOT));
            Tensor scores = Scores.of(
                    queries,
                    candidates,
                    similarity,
                    1 / expected.get("temperature").asDouble());
            Tensor perQuery = formula(expected.get("formula").asText()).perQuery(scores, sets(expected));
            Tensor loss = perQuery.mean();
            loss.backward();
            near("loss", loss, expected.get("loss"), lossBound);
            near("loss_per_query", perQuery, expected.get("loss_per_query"), lossBound);
            near("grad_Q", queries.grad(), expected.get("grad_Q"), gradientBound);
            near("grad_C", candidates.grad(), expected.get("grad_C"), gradientBound);
        }
    }

    private static void near(String what, Tensor actual, JsonNode expected, double bound) {
        assertThat(Numbers.difference(Numbers.of(actual), Golden.doubles(expected)))
                .as(what)
                .isLessThanOrEqualTo(bound);
    }

    private static ContrastiveLoss formula(String name) {
        return switch (name) {
            case "info_nce", "multi_outside" -> new InfoNce();
            case "decoupled" -> new DecoupledContrastive();
            case "multi_separate" -> new InfoNcePerPositive();
            case "multi_inside" -> new SupConIn();
            default -> throw new IllegalStateException("a formula without a class: " + name);
        };
    }

    private static CandidateSets sets(JsonNode file) {
        int[][] positives = StreamSupport.stream(file.get("positives").spliterator(), false)
                .map(Golden::ints)
                .toArray(int[][]::new);
        int[][] excluded = StreamSupport.stream(file.get("excluded").spliterator(), false)
                .map(row -> columns(Golden.ints(row)))
                .toArray(int[][]::new);
        return new CandidateSets(positives, excluded);
    }

    private static int[] columns(int[] marks) {
        return IntStream.range(0, marks.length)
                .filter(column -> marks[column] != 0)
                .toArray();
    }

    private static Tensor matrix(JsonNode rows, ScalarType type) {
        return Tensor.create(Golden.doubles(rows), rows.size(), rows.get(0).size())
                .to(type)
                .set_requires_grad(true);
    }
}
