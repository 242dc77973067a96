package io.github.scimult.evaluation;

import io.github.scimult.evaluation.metric.ConfidenceInterval;
import io.github.scimult.evaluation.metric.HolmCorrection;
import io.github.scimult.evaluation.metric.Metric;
import io.github.scimult.evaluation.metric.PairedBootstrap;
import io.github.scimult.evaluation.ranking.RankingSystem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All comparisons of a task, on the same draws. Where more than one model is compared, the p-values of each metric are corrected
 * together: with many rows some would differ by chance alone.
 *
 * @param systems the rows of the table
 * @param values of all of them
 */
record SystemComparisons(List<RankingSystem> systems, MetricValues values) {
    /** Two rows, of which the second is a reference. */
    private record Pair(int system, int reference) {
        /** The same for two references in either order, whose two-sided p is one. */
        Set<Integer> hypothesis() {
            return Set.of(system, reference);
        }
    }

    /** The comparisons of each system to every other one that is a reference, for each metric. */
    List<List<Comparison>> by(PairedBootstrap bootstrap) {
        List<Pair> pairs = pairs();
        List<Metric> metrics = values.metrics();
        List<double[]> differences = new ArrayList<>();
        for (Pair pair : pairs) {
            for (int metric = 0; metric < metrics.size(); metric++) {
                differences.add(
                        PairedBootstrap.minus(values.of(pair.system(), metric), values.of(pair.reference(), metric)));
            }
        }
        List<ConfidenceInterval> intervals = bootstrap.intervals(differences);
        List<List<Comparison>> comparisons = new ArrayList<>();
        systems.forEach(system -> comparisons.add(new ArrayList<>()));
        double[][] p = new double[metrics.size()][];
        for (int metric = 0; metric < metrics.size(); metric++) {
            p[metric] = probabilities(pairs, intervals, metric);
        }
        for (int pair = 0; pair < pairs.size(); pair++) {
            for (int metric = 0; metric < metrics.size(); metric++) {
                ConfidenceInterval interval = intervals.get(pair * metrics.size() + metric);
                comparisons
                        .get(pairs.get(pair).system())
                        .add(new Comparison(
                                systems.get(pairs.get(pair).reference()).name(),
                                metrics.get(metric).name(),
                                interval.difference(),
                                interval.low(),
                                interval.high(),
                                p[metric][pair]));
            }
        }
        return comparisons;
    }

    private List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int system = 0; system < systems.size(); system++) {
            for (int reference = 0; reference < systems.size(); reference++) {
                if (system != reference && systems.get(reference).reference()) {
                    pairs.add(new Pair(system, reference));
                }
            }
        }
        return pairs;
    }

    /** In the order of the pairs. */
    private double[] probabilities(List<Pair> pairs, List<ConfidenceInterval> intervals, int metric) {
        double[] p = new double[pairs.size()];
        for (int pair = 0; pair < p.length; pair++) {
            p[pair] = intervals.get(pair * values.metrics().size() + metric).p();
        }
        if (!RankingSystem.areSeveralModels(systems)) {
            return p;
        }
        Map<Set<Integer>, Double> family = new LinkedHashMap<>();
        for (int pair = 0; pair < p.length; pair++) {
            family.put(pairs.get(pair).hypothesis(), p[pair]);
        }
        List<Set<Integer>> hypotheses = List.copyOf(family.keySet());
        double[] corrected = HolmCorrection.of(
                family.values().stream().mapToDouble(Double::doubleValue).toArray());
        return pairs.stream()
                .mapToDouble(pair -> corrected[hypotheses.indexOf(pair.hypothesis())])
                .toArray();
    }
}
