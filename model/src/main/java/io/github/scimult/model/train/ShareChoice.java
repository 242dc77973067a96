package io.github.scimult.model.train;

import io.github.scimult.model.train.TrainingListener.Blended;
import io.github.scimult.model.train.TrainingListener.DevFigure;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which share of the trained weights to keep, by dev figures. A figure counts by its gain in parts of the base's: .16 risen
 * to .24 is more than .92 fallen to .91. Tasks count alike, and a task's collections.
 */
final class ShareChoice {
    /** Below it a base's figure says little, and parts of it would be large by chance. */
    private static final double LEAST_BASE = 0.1;

    private ShareChoice() {}

    /**
     * The smallest share whose gain is within one standard error, of their difference, of the best one's (the rule of
     * Breiman et al., "Classification and Regression Trees", 1984): where dev cannot tell them apart, the one nearer to the
     * base has kept more of what dev does not ask about.
     */
    static double choose(List<Blended> tried) {
        Blended best = tried.stream()
                .max(Comparator.comparingDouble(one -> gain(one.figures())))
                .orElseThrow(() -> new IllegalArgumentException("no share was tried"));
        double bestGain = gain(best.figures());
        return tried.stream()
                .filter(one -> bestGain - gain(one.figures()) <= standardError(one.figures(), best.figures()))
                .mapToDouble(Blended::share)
                .min()
                .orElse(best.share());
    }

    /** The mean gain on the base, in parts of the base's figures. */
    static double gain(List<DevFigure> figures) {
        double[] weights = weights(figures);
        double gain = 0;
        for (int i = 0; i < weights.length; i++) {
            gain += weights[i] * (figures.get(i).value() - figures.get(i).base());
        }
        return gain;
    }

    /** Of the difference between two gains; on the same queries, so little of the queries' spread is in it. */
    private static double standardError(List<DevFigure> one, List<DevFigure> other) {
        double[] weights = weights(one);
        double squares = 0;
        for (int i = 0; i < weights.length; i++) {
            double error = weights[i]
                    * DevEvaluation.standardErrorOfDifference(
                            one.get(i).perQuery(), other.get(i).perQuery());
            squares += error * error;
        }
        return Math.sqrt(squares);
    }

    /** What a unit of each figure counts. */
    private static double[] weights(List<DevFigure> figures) {
        Map<String, Integer> collections = new HashMap<>();
        figures.forEach(figure -> collections.merge(task(figure), 1, Integer::sum));
        return figures.stream()
                .mapToDouble(figure ->
                        1.0 / collections.size() / collections.get(task(figure)) / Math.max(LEAST_BASE, figure.base()))
                .toArray();
    }

    private static String task(DevFigure figure) {
        return figure.source().substring(figure.source().lastIndexOf('/') + 1);
    }
}
