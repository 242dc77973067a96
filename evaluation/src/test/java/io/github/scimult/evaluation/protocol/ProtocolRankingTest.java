package io.github.scimult.evaluation.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.random.RandomSample;
import io.github.scimult.core.retrieval.EmbeddingMatrix;
import io.github.scimult.evaluation.trec.ScoredDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Protocols rank all candidates and count what is relevant among the first. */
class ProtocolRankingTest {
    private static final int CANDIDATES = 150;

    /** Candidate i is at the angle of i hundredths. */
    private static QueryRanking ranking() {
        float[][] vectors = new float[CANDIDATES][];
        for (int i = 0; i < CANDIDATES; i++) {
            vectors[i] = new float[] {(float) Math.cos(i / 100.0), (float) Math.sin(i / 100.0)};
        }
        return new QueryRanking(
                IntStream.range(0, CANDIDATES).mapToObj(i -> "d" + i).toList(),
                EmbeddingMatrix.of(vectors, 2, Similarity.DOT));
    }

    private static double[] recalls(List<String> gold) {
        QueryRanking ranking = ranking();
        double[][] found = new double[1][];
        ranking.forEach(
                new float[][] {{1, 0}},
                (query, scores) -> found[query] = ranking.recalls(ranking.top(scores, 100), gold));
        return found[0];
    }

    @ParameterizedTest
    @CsvSource({
        "d0, 1, 1, 1",
        "d19, 1, 1, 1",
        "d20, 0, 1, 1",
        "d49, 0, 1, 1",
        "d50, 0, 0, 1",
        "d99, 0, 0, 1",
        "d100, 0, 0, 0",
        "missing, 0, 0, 0"
    })
    void aCutoffIncludesItsOwnRank(String gold, double at20, double at50, double at100) {
        assertThat(recalls(List.of(gold))).containsExactly(at20, at50, at100);
    }

    @Test
    void whatIsRelevantTwiceCountsOnceAndItsOrderDoesNotMatter() {
        assertThat(recalls(List.of("d0", "d30", "d30", "d120"))).containsExactly(1 / 3.0, 2 / 3.0, 2 / 3.0);
        assertThat(recalls(List.of("d120", "d30", "d0"))).containsExactly(1 / 3.0, 2 / 3.0, 2 / 3.0);
    }

    @Test
    void ofEqualScoresTheEarlierCandidateComesFirst() {
        float[][] equal = new float[CANDIDATES][];
        for (int i = 0; i < CANDIDATES; i++) {
            equal[i] = new float[] {1, 0};
        }
        QueryRanking ranking = new QueryRanking(
                IntStream.range(0, CANDIDATES).mapToObj(i -> "d" + i).toList(),
                EmbeddingMatrix.of(equal, 2, Similarity.DOT));
        ranking.forEach(
                new float[][] {{1, 0}},
                (query, scores) -> assertThat(ranking.top(scores, 5).rows()).containsExactly(0, 1, 2, 3, 4));
        assertThat(ranking.row("d7")).isEqualTo(7);
        assertThat(ranking.row("nobody")).isEqualTo(-1);
    }

    @Test
    void theOrderOfQueriesAndOfScoresDoesNotChangeMeans() {
        SplittableRandom random = new SplittableRandom(2);
        List<Map<String, Integer>> judged = new ArrayList<>();
        List<List<ScoredDocument>> scored = new ArrayList<>();
        for (int query = 0; query < 12; query++) {
            Map<String, Integer> grades = new LinkedHashMap<>();
            List<ScoredDocument> documents = new ArrayList<>();
            for (int document = 0; document < 30; document++) {
                grades.put("d" + document, random.nextInt(3));
                documents.add(new ScoredDocument("d" + document, (float) random.nextDouble()));
            }
            judged.add(grades);
            scored.add(documents);
        }
        Map<String, String> measures = new LinkedHashMap<>();
        measures.put("MAP", "map");
        measures.put("nDCG", "ndcg");
        GradedRanking plain = new GradedRanking();
        GradedRanking shuffled = new GradedRanking();
        for (int query = 0; query < 12; query++) {
            plain.add("q" + query, judged.get(query), scored.get(query));
        }
        for (int query : RandomSample.permutation(12, random)) {
            shuffled.add("q" + query, judged.get(query), scored.get(query).reversed());
        }
        Map<String, Double> means = plain.means(measures);
        assertThat(means).containsOnlyKeys("MAP", "nDCG");
        assertThat(shuffled.queries()).isEqualTo(12);
        shuffled.means(measures).forEach((metric, mean) -> assertThat(mean).isCloseTo(means.get(metric), within(1e-9)));
        assertThat(means.get("nDCG")).isBetween(50.0, 100.0);
    }

    @Test
    void aPerfectRankingHasAHundredPercent() {
        GradedRanking perfect = new GradedRanking();
        perfect.add(
                "q",
                Map.of("a", 2, "b", 1, "c", 0),
                List.of(new ScoredDocument("a", 3), new ScoredDocument("b", 2), new ScoredDocument("c", 1)));
        assertThat(perfect.means(Map.of("MAP", "map", "nDCG", "ndcg")))
                .containsEntry("MAP", 100.0)
                .containsEntry("nDCG", 100.0);
    }

    @Test
    void scoresKeepTheirOrderAndCannotBeChanged() {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("z", 1.0);
        values.put("a", 2.0);
        ProtocolScores scores = new ProtocolScores("protocol", "dataset", 3, values);
        values.put("later", 3.0);
        assertThat(scores.values().keySet()).containsExactly("z", "a");
        assertThatThrownBy(() -> scores.values().put("m", 1.0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void whereNothingWasMeasuredTheMeanRecallIsZero() {
        Map<String, Double> values = new LinkedHashMap<>();
        ProtocolScores.addRecalls(values, " (names)", new double[][] {null, null});
        assertThat(values)
                .containsExactly(
                        Map.entry("Recall@20 (names)", 0.0),
                        Map.entry("Recall@50 (names)", 0.0),
                        Map.entry("Recall@100 (names)", 0.0));
    }
}
