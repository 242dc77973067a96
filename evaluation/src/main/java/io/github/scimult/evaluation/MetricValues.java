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

/** Every figure of every system for every query of a task. */
final class MetricValues {
    private final List<Metric> figures;
    private final double[][][] values; // (systems, figures, queries)

    MetricValues(List<Metric> figures, int systems, int queries) {
        this.figures = figures;
        this.values = new double[systems][figures.size()][queries];
    }

    /** Measures a query's rankings, one a system; different queries may be measured at the same time. */
    void measure(int index, JudgedQuery query, QueryRankings[] rankings) {
        for (int system = 0; system < rankings.length; system++) {
            JudgedRanking plain = query.judged(rankings[system].plain());
            JudgedRanking namesFirst = query.judged(rankings[system].namesFirst());
            for (int figure = 0; figure < figures.size(); figure++) {
                Metric wanted = figures.get(figure);
                values[system][figure][index] = wanted.measure().of(wanted.namesFirst() ? namesFirst : plain);
            }
        }
    }

    Map<String, Double> means(int system) {
        Map<String, Double> means = new LinkedHashMap<>();
        for (int figure = 0; figure < figures.size(); figure++) {
            means.put(
                    figures.get(figure).name(),
                    Arrays.stream(values[system][figure]).average().orElse(0));
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
            for (int figure = 0; figure < figures.size(); figure++) {
                differences.add(PairedBootstrap.minus(values[system][figure], values[reference][figure]));
            }
        });
        List<ConfidenceInterval> intervals = bootstrap.intervals(differences);
        List<List<Comparison>> comparisons = new ArrayList<>();
        systems.forEach(system -> comparisons.add(new ArrayList<>()));
        int[] next = {0};
        forEachPair(systems, (system, reference) -> {
            for (Metric figure : figures) {
                ConfidenceInterval interval = intervals.get(next[0]++);
                comparisons
                        .get(system)
                        .add(new Comparison(
                                systems.get(reference).name(),
                                figure.name(),
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
