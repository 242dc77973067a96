package io.github.scimult.evaluation;

import io.github.scimult.evaluation.metric.JudgedRanking;
import io.github.scimult.evaluation.metric.Metric;
import io.github.scimult.evaluation.ranking.QueryRankings;
import io.github.scimult.evaluation.task.JudgedQuery;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every metric of every system for every query of a task. */
final class MetricValues {
    private final List<Metric> metrics;
    private final double[][][] values; // (systems, metrics, queries)
    private final int[][] firstRelevant; // (systems, queries)

    MetricValues(List<Metric> metrics, int systems, int queries) {
        this.metrics = metrics;
        this.values = new double[systems][metrics.size()][queries];
        this.firstRelevant = new int[systems][queries];
    }

    /** Measures a query's rankings, one a system; different queries may be measured at the same time. */
    void measure(int index, JudgedQuery query, QueryRankings[] rankings) {
        for (int system = 0; system < rankings.length; system++) {
            JudgedRanking plain = query.judged(rankings[system].plain());
            JudgedRanking namesFirst = query.judged(rankings[system].namesFirst());
            firstRelevant[system][index] = plain.firstRelevant();
            for (int metric = 0; metric < metrics.size(); metric++) {
                Metric wanted = metrics.get(metric);
                values[system][metric][index] = wanted.measure().of(wanted.namesFirst() ? namesFirst : plain);
            }
        }
    }

    Map<String, Double> means(int system) {
        Map<String, Double> means = new LinkedHashMap<>();
        for (int metric = 0; metric < metrics.size(); metric++) {
            means.put(
                    metrics.get(metric).name(),
                    Arrays.stream(values[system][metric]).average().orElse(0));
        }
        return means;
    }

    List<Double> primary(int system) {
        return Arrays.stream(values[system][0]).boxed().toList();
    }

    /** Of a system, by query. */
    double[] of(int system, int metric) {
        return values[system][metric];
    }

    List<Metric> metrics() {
        return metrics;
    }

    /** The rank of the first relevant candidate of a query's ranking, from 1; 0 where none was ranked. */
    int firstRelevant(int system, int query) {
        return firstRelevant[system][query];
    }
}
