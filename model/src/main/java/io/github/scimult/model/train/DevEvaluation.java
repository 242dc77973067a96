package io.github.scimult.model.train;

import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.model.train.TrainingListener.DevFigure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures encoders on all dev sets of a run, beside the base. */
final class DevEvaluation {
    private final List<DevScorer> scorers;
    private final TrainingListener listener;
    private List<double[]> baseValues = List.of();

    DevEvaluation(List<DevScorer> scorers, TrainingListener listener) {
        this.scorers = List.copyOf(scorers);
        this.listener = listener;
    }

    boolean isEmpty() {
        return scorers.isEmpty();
    }

    /** Measures the base and keeps its figures for comparison. */
    List<DevFigure> measureBase(TextEncoder base) {
        List<double[]> values = values(base);
        baseValues = values;
        return figures(values);
    }

    List<DevFigure> measure(TextEncoder encoder) {
        return figures(values(encoder));
    }

    private List<double[]> values(TextEncoder encoder) {
        List<double[]> values = new ArrayList<>();
        for (DevScorer scorer : scorers) {
            listener.measuring(scorer.source());
            values.add(scorer.values(encoder));
        }
        return values;
    }

    private List<DevFigure> figures(List<double[]> values) {
        List<DevFigure> figures = new ArrayList<>();
        for (int i = 0; i < scorers.size(); i++) {
            DevScorer scorer = scorers.get(i);
            double[] own = values.get(i);
            boolean known = i < baseValues.size();
            figures.add(new DevFigure(
                    scorer.source(),
                    scorer.figure(),
                    mean(own),
                    known ? mean(baseValues.get(i)) : Double.NaN,
                    known ? standardErrorOfDifference(own, baseValues.get(i)) : Double.NaN,
                    own));
        }
        return figures;
    }

    /** The mean over the tasks of the means over each task's collections: no task outweighs another by its sets. */
    double meanOverTasks(List<DevFigure> figures) {
        Map<String, List<Double>> byTask = new LinkedHashMap<>();
        for (int i = 0; i < scorers.size(); i++) {
            byTask.computeIfAbsent(scorers.get(i).task(), task -> new ArrayList<>())
                    .add(figures.get(i).value());
        }
        return byTask.values().stream()
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
    static double standardErrorOfDifference(double[] own, double[] base) {
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
