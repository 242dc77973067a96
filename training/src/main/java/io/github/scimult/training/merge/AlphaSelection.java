package io.github.scimult.training.merge;

import io.github.scimult.training.dev.DevEvaluation;
import io.github.scimult.training.dev.DevResult;
import io.github.scimult.training.dev.DevScore;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Selects the interpolation coefficient on dev. A score counts by its gain relative to the baseline: .16 risen to .24 is more than
 * .92 fallen to .91. Tasks count alike, and a task's collections; held-out collections do not count.
 */
public final class AlphaSelection {
    private AlphaSelection() {}

    /**
     * The smallest coefficient whose gain is within one standard error, of their difference, of the best one's (the one-standard-error
     * rule of Breiman et al., "Classification and Regression Trees", 1984): where dev cannot tell two apart, the one nearer to the
     * base has kept more of what dev does not ask about.
     */
    public static InterpolationResult choose(List<InterpolationResult> tried) {
        InterpolationResult best = tried.stream()
                .max(Comparator.comparingDouble(InterpolationResult::gain))
                .orElseThrow(() -> new IllegalArgumentException("no coefficient was tried"));
        return tried.stream()
                .filter(one -> best.gain() - one.gain() <= standardError(one.results(), best.results()))
                .min(Comparator.comparingDouble(one -> one.alphas().whole()))
                .orElse(best);
    }

    /** Whether one gain exceeds another by more than a standard error of their difference. */
    static boolean isClearlyBetter(InterpolationResult better, InterpolationResult than) {
        return better.gain() - than.gain() > standardError(better.results(), than.results());
    }

    /** The mean gain over the baseline, relative to it. */
    public static double gain(List<DevResult> results) {
        double[] weights = weights(results);
        double gain = 0;
        for (int i = 0; i < weights.length; i++) {
            DevScore score = results.get(i).score();
            gain += weights[i] * (score.value() - score.baseline());
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

    /** What a unit of each score counts. */
    private static double[] weights(List<DevResult> results) {
        Map<String, Integer> collections = new HashMap<>();
        results.stream()
                .map(DevResult::score)
                .filter(score -> !score.heldOut())
                .forEach(score -> collections.merge(score.task(), 1, Integer::sum));
        return results.stream()
                .map(DevResult::score)
                .mapToDouble(score ->
                        score.heldOut() ? 0 : 1.0 / collections.size() / collections.get(score.task()) / score.unit())
                .toArray();
    }
}
