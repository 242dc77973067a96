package io.github.scimult.evaluation;

import io.github.scimult.evaluation.metric.ConfidenceInterval;
import io.github.scimult.evaluation.metric.JudgedRanking;
import io.github.scimult.evaluation.metric.Metric;
import io.github.scimult.evaluation.metric.PairedBootstrap;
import io.github.scimult.evaluation.ranking.QueryRankings;
import io.github.scimult.evaluation.ranking.RankingSystem;
import io.github.scimult.evaluation.task.JudgedQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every metric of every system for every query of a task. */
final class MetricValues {
    private final List<Metric> metrics;
    private final double[][][] values; // (systems, metrics, queries)

    MetricValues(List<Metric> metrics, int systems, int queries) {
        this.metrics = metrics;
        this.values = new double[systems][metrics.size()][queries];
    }

    /** Measures a query's rankings, one a system; different queries may be measured at the same time. */
    void measure(int index, JudgedQuery query, QueryRankings[] rankings) {
        for (int system = 0; system < rankings.length; system++) {
            JudgedRanking plain = query.judged(rankings[system].plain());
            JudgedRanking namesFirst = query.judged(rankings[system].namesFirst());
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

    /**
     * All comparisons of a task, on the same draws.
     *
     * @return (systems) comparisons of each to every other one that is a reference
     */
    List<List<Comparison>> comparisons(List<RankingSystem> systems, PairedBootstrap bootstrap) {
        List<double[]> differences = new ArrayList<>();
        forEachPair(systems, (system, reference) -> {
            for (int metric = 0; metric < metrics.size(); metric++) {
                differences.add(PairedBootstrap.minus(values[system][metric], values[reference][metric]));
            }
        });
        List<ConfidenceInterval> intervals = bootstrap.intervals(differences);
        List<List<Comparison>> comparisons = new ArrayList<>();
        systems.forEach(system -> comparisons.add(new ArrayList<>()));
        int[] next = {0};
        forEachPair(systems, (system, reference) -> {
            for (Metric metric : metrics) {
                ConfidenceInterval interval = intervals.get(next[0]++);
                comparisons
                        .get(system)
                        .add(new Comparison(
                                systems.get(reference).name(),
                                metric.name(),
                                interval.difference(),
                                interval.low(),
                                interval.high()));
            }
        });
        return comparisons;
    }

    private interface Pair {
        void accept(int system, int reference);
    }

    private static void forEachPair(List<RankingSystem> systems, Pair pair) {
        for (int system = 0; system < systems.size(); system++) {
            for (int reference = 0; reference < systems.size(); reference++) {
                if (system != reference && systems.get(reference).reference()) {
                    pair.accept(system, reference);
                }
            }
        }
    }
}
