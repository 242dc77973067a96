package io.github.scimult.training.dev;

import io.github.scimult.core.embedding.TextEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Evaluates encoders on several dev sets, beside the baseline: the untrained base model. */
public final class DevEvaluation {
    private final List<DevScorer> scorers;
    private final Consumer<String> progress;
    private List<double[]> baseline = List.of();

    /** @param progress receives what is evaluated next, such as {@code vis/link} */
    public DevEvaluation(List<DevScorer> scorers, Consumer<String> progress) {
        this.scorers = List.copyOf(scorers);
        this.progress = progress;
    }

    /** Whether there is no dev set. */
    public boolean isEmpty() {
        return scorers.isEmpty();
    }

    /** Whether there is a dev set of a collection that is trained on: only such a one may select a model. */
    public boolean canSelect() {
        return scorers.stream().anyMatch(scorer -> !scorer.heldOut());
    }

    /** Evaluates the base model, for others to be compared with. */
    public void evaluateBaseline(TextEncoder base) {
        compareWith(values(base));
    }

    /** Compares with a base model that was evaluated before: the values of each dev set, query by query. */
    public void compareWith(List<double[]> values) {
        baseline = List.copyOf(values);
    }

    /** The base model's values of each dev set, query by query; empty if it was not evaluated. */
    public List<double[]> baseline() {
        return baseline;
    }

    /** The encoder's scores beside the baseline's. */
    public List<DevResult> evaluate(TextEncoder encoder) {
        return results(values(encoder));
    }

    /** The baseline's own scores; it must have been evaluated. */
    public List<DevResult> resultsOfBaseline() {
        return results(baseline);
    }

    private List<DevResult> results(List<double[]> values) {
        List<DevResult> results = new ArrayList<>();
        for (int index = 0; index < scorers.size(); index++) {
            results.add(result(index, values.get(index)));
        }
        return results;
    }

    private List<double[]> values(TextEncoder encoder) {
        List<double[]> values = new ArrayList<>();
        for (DevScorer scorer : scorers) {
            progress.accept(scorer.source());
            values.add(scorer.values(encoder));
        }
        return values;
    }

    private DevResult result(int index, double[] values) {
        DevScorer scorer = scorers.get(index);
        boolean known = index < baseline.size();
        DevScore score = new DevScore(
                scorer.collection(),
                scorer.task().name(),
                scorer.metric(),
                mean(values),
                known ? mean(baseline.get(index)) : Double.NaN,
                known ? standardErrorOfDifference(values, baseline.get(index)) : Double.NaN,
                values.length,
                scorer.heldOut());
        return new DevResult(score, values);
    }

    /**
     * The mean over the tasks of the means over each task's collections: no task outweighs another by its number of dev sets.
     * Held-out collections do not count.
     */
    public static double meanOverTasks(List<DevScore> scores) {
        return scores.stream()
                .filter(score -> !score.heldOut())
                .collect(Collectors.groupingBy(
                        DevScore::task, LinkedHashMap::new, Collectors.mapping(DevScore::value, Collectors.toList())))
                .values()
                .stream()
                .mapToDouble(DevEvaluation::mean)
                .average()
                .orElse(0);
    }

    /** The scores without the values of single queries. */
    public static List<DevScore> scores(List<DevResult> results) {
        return results.stream().map(DevResult::score).toList();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    /** The standard error of the mean difference, query by query. */
    public static double standardErrorOfDifference(double[] values, double[] others) {
        double sum = 0;
        double squares = 0;
        for (int query = 0; query < values.length; query++) {
            double difference = values[query] - others[query];
            sum += difference;
            squares += difference * difference;
        }
        double variance = values.length < 2 ? 0 : (squares - sum * sum / values.length) / (values.length - 1);
        return Math.sqrt(Math.max(0, variance) / values.length);
    }
}
