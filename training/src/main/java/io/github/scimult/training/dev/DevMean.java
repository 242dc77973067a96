package io.github.scimult.training.dev;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The mean over the tasks of the means over each task's collections, with the baseline's and the standard error of the difference.
 * Held-out collections do not count.
 *
 * @param value of the encoder
 * @param baseline of the untrained base model
 * @param standardError of the difference, over the queries
 * @param scores how many are in it
 * @param risen how many of them are above the baseline by a 95 % confidence interval that excludes 0
 * @param fallen how many are below it by such an interval
 */
public record DevMean(double value, double baseline, double standardError, int scores, int risen, int fallen) {
    /** @return empty if no score of what is trained on has a baseline */
    public static Optional<DevMean> of(List<DevScore> all) {
        List<DevScore> scores = all.stream()
                .filter(score -> !score.heldOut() && score.hasBaseline())
                .toList();
        if (scores.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Integer> collections = new HashMap<>();
        scores.forEach(score -> collections.merge(score.task(), 1, Integer::sum));
        double value = 0;
        double baseline = 0;
        double squares = 0;
        for (DevScore score : scores) {
            double weight = 1.0 / collections.size() / collections.get(score.task());
            value += weight * score.value();
            baseline += weight * score.baseline();
            squares += weight * score.standardError() * weight * score.standardError();
        }
        return Optional.of(new DevMean(
                value,
                baseline,
                Math.sqrt(squares),
                scores.size(),
                (int) scores.stream().filter(score -> score.lower() > 0).count(),
                (int) scores.stream().filter(score -> score.upper() < 0).count()));
    }

    public double difference() {
        return value - baseline;
    }

    /** The lower end of the difference's 95 % confidence interval. */
    public double lower() {
        return difference() - DevScore.NORMAL_95 * standardError;
    }

    /** The upper end of the difference's 95 % confidence interval. */
    public double upper() {
        return difference() + DevScore.NORMAL_95 * standardError;
    }

    /** Whether the interval lies above 0. */
    public boolean rose() {
        return lower() > 0;
    }

    /** Whether the interval lies below 0. */
    public boolean fell() {
        return upper() < 0;
    }
}
