package io.github.scimult.training.merge;

import io.github.scimult.training.dev.DevEvaluation;
import io.github.scimult.training.dev.DevResult;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which share of the trained weights to keep, by dev figures. A figure counts by its gain in parts of the base's: .16 risen
 * to .24 is more than .92 fallen to .91. Tasks count alike, and a task's collections; what lies outside of training does
 * not count.
 */
public final class AlphaSelection {
    private AlphaSelection() {}

    /**
     * The smallest share whose gain is within one standard error, of their difference, of the best one's (the rule of
     * Breiman et al., "Classification and Regression Trees", 1984): where dev cannot tell them apart, the one nearer to the
     * base has kept more of what dev does not ask about.
     */
    public static InterpolationResult choose(List<InterpolationResult> tried) {
        InterpolationResult best = tried.stream()
                .max(Comparator.comparingDouble(InterpolationResult::gain))
                .orElseThrow(() -> new IllegalArgumentException("no share was tried"));
        return tried.stream()
                .filter(one -> best.gain() - one.gain() <= standardError(one.figures(), best.figures()))
                .min(Comparator.comparingDouble(InterpolationResult::share))
                .orElse(best);
    }

    /** Whether one blend's gain exceeds another's by more than a standard error of their difference. */
    static boolean isClearlyBetter(InterpolationResult better, InterpolationResult than) {
        return better.gain() - than.gain() > standardError(better.figures(), than.figures());
    }

    /** The mean gain on the base, in parts of the base's figures. */
    public static double gain(List<DevResult> figures) {
        double[] weights = weights(figures);
        double gain = 0;
        for (int i = 0; i < weights.length; i++) {
            gain += weights[i] * (figures.get(i).value() - figures.get(i).base());
        }
        return gain;
    }

    /** Of the difference between two gains; on the same queries, so little of the queries' spread is in it. */
    private static double standardError(List<DevResult> one, List<DevResult> other) {
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
    private static double[] weights(List<DevResult> figures) {
        Map<String, Integer> collections = new HashMap<>();
        figures.stream()
                .filter(figure -> !figure.outside())
                .forEach(figure -> collections.merge(figure.taskName(), 1, Integer::sum));
        return figures.stream()
                .mapToDouble(figure -> figure.outside()
                        ? 0
                        : 1.0 / collections.size() / collections.get(figure.taskName()) / figure.unit())
                .toArray();
    }
}
