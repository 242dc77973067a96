package io.github.scimult.app.report;

import io.github.scimult.training.event.RunHistory;
import java.util.List;
import java.util.Optional;

/** What the run brought, in numbers: the mean over all dev figures of what was trained on, where the base has them too. */
record Gain(double base, double now, int figures, int risen, int fallen) {
    /** Smaller differences do not show in three decimals. */
    private static final double SAME = 0.0005;

    static Optional<Gain> of(List<RunHistory.Score> scores) {
        List<RunHistory.Score> compared = scores.stream()
                .filter(score -> score.base() != null && !score.outside())
                .toList();
        if (compared.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Gain(
                compared.stream().mapToDouble(RunHistory.Score::base).average().orElseThrow(),
                compared.stream().mapToDouble(RunHistory.Score::value).average().orElseThrow(),
                compared.size(),
                (int) compared.stream()
                        .filter(score -> score.value() - score.base() >= SAME)
                        .count(),
                (int) compared.stream()
                        .filter(score -> score.base() - score.value() >= SAME)
                        .count()));
    }

    double difference() {
        return now - base;
    }

    boolean rose() {
        return difference() >= SAME;
    }

    boolean fell() {
        return difference() <= -SAME;
    }
}
