package io.github.scimult.evaluation.protocol;

import io.github.scimult.evaluation.metric.RankingMetric;
import io.github.scimult.evaluation.trec.ScoredDocument;
import io.github.scimult.evaluation.trec.TrecEvaluation;
import io.github.scimult.evaluation.trec.TrecQrels;
import io.github.scimult.evaluation.trec.TrecRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Judgements and rankings of a protocol, measured as trec_eval does. */
final class GradedRanking {
    private final Map<String, Map<String, Integer>> grades = new LinkedHashMap<>();
    private final Map<String, List<ScoredDocument>> rankings = new LinkedHashMap<>();

    /** Adds a query. @param scored the documents that are ranked */
    void add(String query, Map<String, Integer> judged, List<ScoredDocument> scored) {
        grades.put(query, judged);
        rankings.put(query, scored);
    }

    int queries() {
        return grades.size();
    }

    /** The means over all queries in percent, by the metrics' names. @param measures metric → trec_eval's name */
    Map<String, Double> means(Map<String, String> measures) {
        List<RankingMetric> parsed = new ArrayList<>();
        measures.values().forEach(name -> parsed.add(RankingMetric.parse(name)));
        Map<RankingMetric, Double> means = TrecEvaluation.of(new TrecQrels(grades), new TrecRun(rankings), parsed, 1)
                .mean();
        Map<String, Double> values = new LinkedHashMap<>();
        measures.forEach((metric, name) -> values.put(metric, 100 * means.get(RankingMetric.parse(name))));
        return values;
    }
}
