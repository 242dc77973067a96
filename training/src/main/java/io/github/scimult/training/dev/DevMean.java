package io.github.scimult.training.dev;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The mean over the tasks of the means over each task's collections, beside the baseline's, and how far the difference may be chance.
 * Held-out collections do not count.
 *
 * @param value of the encoder
 * @param baseline of the untrained base model
 * @param standardError of the difference, over the queries
 * @param scores how many are in it
 * @param risen how many of them exceed the baseline's
 * @param fallen how many fall short of it
 */
public record DevMean(double value, double baseline, double standardError, int scores, int risen, int fallen) {
    /** Of a normal distribution: 95 % lie within so many standard errors. */
    private static final double NORMAL_95 = 1.96;

    /** Smaller differences do not show in three decimals. */
    private static final double ROUNDING = 0.0005;

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
                (int) scores.stream()
                        .filter(score -> score.value() - score.baseline() >= ROUNDING)
                        .count(),
                (int) scores.stream()
                        .filter(score -> score.baseline() - score.value() >= ROUNDING)
                        .count()));
    }

    public double difference() {
        return value - baseline;
    }

    /** The lower end of the difference's 95 % confidence interval. */
    public double lower() {
        return difference() - NORMAL_95 * standardError;
    }

    /** The upper end of the difference's 95 % confidence interval. */
    public double upper() {
        return difference() + NORMAL_95 * standardError;
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
