package io.github.scimult.training;

import io.github.scimult.training.dev.DevResult;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Draws a task more often that lags behind on dev, and one that is ahead less often. */
final class TaskBalance {
    private TaskBalance() {}

    /**
     * Factors on the tasks' weights: exp(strength · (mean gain − own gain)), a gain being the mean over a task's collections of
     * what was won over the base, in parts of the base's figure.
     *
     * @param strength 0 leaves all weights as they are
     */
    static Map<String, Double> factors(List<DevResult> figures, double strength) {
        Map<String, Double> gains = figures.stream()
                .filter(figure -> !figure.outside() && Double.isFinite(figure.base()))
                .collect(Collectors.groupingBy(
                        DevResult::taskName, TreeMap::new, Collectors.averagingDouble(DevResult::gain)));
        double mean = gains.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        gains.replaceAll((task, gain) -> Math.exp(strength * (mean - gain)));
        return gains;
    }

    /** Such as {@code classification 0.67, link 1.49}. */
    static String inWords(Map<String, Double> factors) {
        return factors.entrySet().stream()
                .map(entry -> "%s %.2f".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
