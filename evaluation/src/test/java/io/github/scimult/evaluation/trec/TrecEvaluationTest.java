package io.github.scimult.evaluation.trec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.scimult.evaluation.metric.RankingMetric;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parity with trec_eval on the files of {@code golden/metrics/ranking}. */
class TrecEvaluationTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/metrics/ranking");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "basic",
                "basic-level-2",
                "float32-scores",
                "long",
                "missing",
                "negative-grades",
                "ties",
                "unjudged"
            })
    void figuresAreTrecEvals(String name) throws IOException {
        JsonNode expected = new ObjectMapper()
                .readTree(FOLDER.resolve(name + ".expected.json").toFile());
        List<RankingMetric> measures = new ArrayList<>();
        expected.get("mean").fieldNames().forEachRemaining(key -> measures.add(RankingMetric.parse(key)));

        TrecEvaluation actual = TrecEvaluation.of(
                TrecQrels.read(FOLDER.resolve(name + ".qrels")),
                TrecRun.read(FOLDER.resolve(name + ".run")),
                measures,
                expected.get("relevance_level").asInt());

        assertThat(measures).hasSizeGreaterThan(20);
        List<String> evaluated = new ArrayList<>();
        expected.get("queries_evaluated").forEach(query -> evaluated.add(query.asText()));
        assertThat(actual.queries().keySet()).containsExactlyInAnyOrderElementsOf(evaluated);
        assertSame(expected.get("mean"), actual.mean(), name + " mean");
        assertSame(expected.get("mean_complete"), actual.meanComplete(), name + " mean_complete");
        for (String query : evaluated) {
            assertSame(expected.get("query " + query), actual.queries().get(query), name + " query " + query);
        }
    }

    private static void assertSame(JsonNode expected, Map<RankingMetric, Double> actual, String where) {
        actual.forEach((measure, value) -> assertThat(value)
                .as(where + " " + measure.trecName())
                .isCloseTo(expected.get(measure.trecName()).asDouble(), within(1e-12)));
    }
}
