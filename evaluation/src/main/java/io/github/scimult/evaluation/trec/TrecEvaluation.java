package io.github.scimult.evaluation.trec;

import io.github.scimult.evaluation.metric.JudgedRanking;
import io.github.scimult.evaluation.metric.RankingMetric;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What trec_eval reports for a run: every measure for every query that both files hold, and two means.
 *
 * @param queries values by query and measure, the queries in the order of the judgements
 * @param mean over the evaluated queries, trec_eval's default
 * @param meanComplete over all judged queries, those without a ranking counting 0 (trec_eval -c)
 */
public record TrecEvaluation(
        Map<String, Map<RankingMetric, Double>> queries,
        Map<RankingMetric, Double> mean,
        Map<RankingMetric, Double> meanComplete) {

    /**
     * Evaluates a run.
     *
     * @param relevanceLevel the lowest grade that counts as relevant, 1 unless said otherwise
     */
    public static TrecEvaluation of(TrecQrels qrels, TrecRun run, List<RankingMetric> measures, int relevanceLevel) {
        Map<String, Map<RankingMetric, Double>> queries = new LinkedHashMap<>();
        qrels.grades().forEach((query, grades) -> {
            List<ScoredDocument> documents = run.rankings().get(query);
            if (documents != null) {
                queries.put(query, values(judged(grades, documents, relevanceLevel), measures));
            }
        });
        return new TrecEvaluation(
                Collections.unmodifiableMap(queries),
                means(queries.values(), measures, queries.size()),
                means(queries.values(), measures, qrels.grades().size()));
    }

    private static JudgedRanking judged(Map<String, Integer> grades, List<ScoredDocument> documents, int level) {
        int[] retrieved = documents.stream()
                .mapToInt(document -> grades.getOrDefault(document.id(), JudgedRanking.UNJUDGED))
                .toArray();
        return new JudgedRanking(
                retrieved, grades.values().stream().mapToInt(Integer::intValue).toArray(), level);
    }

    private static Map<RankingMetric, Double> values(JudgedRanking ranking, List<RankingMetric> measures) {
        Map<RankingMetric, Double> values = new LinkedHashMap<>();
        measures.forEach(measure -> values.put(measure, measure.of(ranking)));
        return Collections.unmodifiableMap(values);
    }

    private static Map<RankingMetric, Double> means(
            Collection<Map<RankingMetric, Double>> queries, List<RankingMetric> measures, int divisor) {
        Map<RankingMetric, Double> means = new LinkedHashMap<>();
        for (RankingMetric measure : measures) {
            double sum = 0;
            for (Map<RankingMetric, Double> values : queries) {
                sum += values.get(measure);
            }
            means.put(measure, divisor == 0 ? 0 : sum / divisor);
        }
        return Collections.unmodifiableMap(means);
    }
}
