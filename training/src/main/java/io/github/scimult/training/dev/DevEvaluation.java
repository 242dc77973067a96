package io.github.scimult.training.dev;

import io.github.scimult.core.embedding.TextEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Measures encoders on several dev sets, beside the base. */
public final class DevEvaluation {
    private final List<DevScorer> scorers;
    private final Consumer<String> measuring;
    private List<double[]> baseValues = List.of();

    /** @param measuring is told what is measured next, such as {@code vis/link} */
    public DevEvaluation(List<DevScorer> scorers, Consumer<String> measuring) {
        this.scorers = List.copyOf(scorers);
        this.measuring = measuring;
    }

    /** Whether there is nothing to measure. */
    public boolean isEmpty() {
        return scorers.isEmpty();
    }

    /** Whether something of what was trained on is measured: only by that one may choose. */
    public boolean canChoose() {
        return scorers.stream().anyMatch(scorer -> !scorer.outside());
    }

    /** Measures the base, for others to be compared with. */
    public void measureBase(TextEncoder base) {
        compareWith(values(base));
    }

    /** Compares with a base that was measured before: each set's values, query by query. */
    public void compareWith(List<double[]> base) {
        baseValues = List.copyOf(base);
    }

    /** What is compared with; empty if there is nothing yet. */
    public List<double[]> baseValues() {
        return baseValues;
    }

    /** The encoder's figures beside the base's. */
    public List<DevResult> measure(TextEncoder encoder) {
        return figures(values(encoder));
    }

    private List<double[]> values(TextEncoder encoder) {
        List<double[]> values = new ArrayList<>();
        for (DevScorer scorer : scorers) {
            measuring.accept(scorer.source());
            values.add(scorer.values(encoder));
        }
        return values;
    }

    private List<DevResult> figures(List<double[]> values) {
        List<DevResult> figures = new ArrayList<>();
        for (int i = 0; i < scorers.size(); i++) {
            DevScorer scorer = scorers.get(i);
            double[] own = values.get(i);
            boolean known = i < baseValues.size();
            figures.add(new DevResult(
                    scorer.source(),
                    scorer.figure(),
                    mean(own),
                    known ? mean(baseValues.get(i)) : Double.NaN,
                    known ? standardErrorOfDifference(own, baseValues.get(i)) : Double.NaN,
                    scorer.outside(),
                    own));
        }
        return figures;
    }

    /**
     * The mean over the tasks of the means over each task's collections: no task outweighs another by its sets. What lies
     * outside of training does not count.
     */
    public static double meanOverTasks(List<DevResult> figures) {
        return figures.stream()
                .filter(figure -> !figure.outside())
                .collect(Collectors.groupingBy(
                        DevResult::taskName,
                        LinkedHashMap::new,
                        Collectors.mapping(DevResult::value, Collectors.toList())))
                .values()
                .stream()
                .mapToDouble(DevEvaluation::mean)
                .average()
                .orElse(0);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static double mean(double[] values) {
        return java.util.Arrays.stream(values).average().orElse(0);
    }

    /** Of the mean of the differences, query by query. */
    public static double standardErrorOfDifference(double[] own, double[] base) {
        double sum = 0;
        double squares = 0;
        for (int query = 0; query < own.length; query++) {
            double difference = own[query] - base[query];
            sum += difference;
            squares += difference * difference;
        }
        double variance = own.length < 2 ? 0 : (squares - sum * sum / own.length) / (own.length - 1);
        return Math.sqrt(Math.max(0, variance) / own.length);
    }
}
