package io.github.scimult.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.scimult.core.retrieval.Ranking;
import io.github.scimult.core.retrieval.TopK;
import io.github.scimult.evaluation.metric.RankingMetric;
import io.github.scimult.evaluation.ranking.LabelNameBoost;
import io.github.scimult.evaluation.task.JudgedQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Parity with {@code golden/metrics/classification/multi-label}: rankings of labels, plain and with names first. */
class MultiLabelRankingTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/metrics/classification");
    private static final List<Integer> CUTOFFS = List.of(1, 3, 5, 20, 50, 100);
    private static final Map<String, String> MEASURES =
            Map.of("precision", "P_", "recall", "recall_", "ndcg", "ndcg_cut_");

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void figuresAreThoseOfTheReference() throws IOException {
        List<String> labels = new ArrayList<>();
        JsonNode file = mapper.readTree(FOLDER.resolve("multi-label.json").toFile());
        file.get("labels").forEach(label -> labels.add(label.asText()));
        Map<String, Double> sums = new HashMap<>();
        List<String> lines = Files.readAllLines(FOLDER.resolve("multi-label.papers.jsonl"));
        for (String line : lines) {
            check(mapper.readTree(line), labels, sums);
        }

        file.get("mean")
                .properties()
                .forEach(entry -> entry.getValue()
                        .properties()
                        .forEach(metric -> assertThat(sums.get(entry.getKey() + metric.getKey()) / lines.size())
                                .isCloseTo(metric.getValue().asDouble(), within(1e-12))));
    }

    private void check(JsonNode paper, List<String> labels, Map<String, Double> sums) {
        float[] scores = new float[labels.size()];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = paper.get("scores").get(row).floatValue();
        }
        int[] earlierFirst = IntStream.range(0, scores.length).toArray();
        int[] gold = rows(paper.get("gold"), labels);
        JudgedQuery query = new JudgedQuery(paper.get("paper").asText(), 0, -1, gold, ones(gold.length));
        Ranking plain = TopK.of(scores, earlierFirst, 100);
        Ranking matched = LabelNameBoost.rank(plain, scores, earlierFirst, rows(paper.get("matched"), labels), 100);

        assertThat(names(plain, labels)).isEqualTo(strings(paper.get("top20")));
        assertThat(names(matched, labels)).isEqualTo(strings(paper.get("top20_matched")));
        check(paper, "plain@", query, plain, sums);
        check(paper, "matched@", query, matched, sums);
    }

    private static void check(
            JsonNode paper, String prefix, JudgedQuery query, Ranking ranking, Map<String, Double> sums) {
        for (int cutoff : CUTOFFS) {
            String key = prefix + cutoff;
            MEASURES.forEach((name, trec) -> {
                double value = RankingMetric.parse(trec + cutoff).of(query.judged(ranking));
                sums.merge(key + name, value, Double::sum);
                assertThat(value)
                        .as(query.id() + " " + key + " " + name)
                        .isCloseTo(paper.get(key).get(name).asDouble(), within(1e-12));
            });
        }
    }

    private static List<String> names(Ranking ranking, List<String> labels) {
        return Arrays.stream(ranking.first(20).rows()).mapToObj(labels::get).toList();
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(element -> strings.add(element.asText()));
        return strings;
    }

    private static int[] rows(JsonNode array, List<String> labels) {
        return strings(array).stream().mapToInt(labels::indexOf).sorted().toArray();
    }

    private static int[] ones(int length) {
        int[] ones = new int[length];
        Arrays.fill(ones, 1);
        return ones;
    }
}
