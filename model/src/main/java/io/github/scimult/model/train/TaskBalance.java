package io.github.scimult.model.train;

import io.github.scimult.model.dev.DevFigure;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Draws a task more often that lags behind on dev, and one that is ahead less often. */
final class TaskBalance {
    /** Below it a base's figure says little, and parts of it would be large by chance. */
    private static final double LEAST_BASE = 0.1;

    private TaskBalance() {}

    /**
     * Factors on the tasks' weights: exp(strength · (mean gain − own gain)), a gain being the mean over a task's collections of
     * what was won over the base, in parts of the base's figure.
     *
     * @param strength 0 leaves all weights as they are
     */
    static Map<String, Double> factors(List<DevFigure> figures, double strength) {
        Map<String, Double> gains = figures.stream()
                .filter(figure -> !figure.outside() && Double.isFinite(figure.base()))
                .collect(Collectors.groupingBy(
                        DevFigure::taskName, TreeMap::new, Collectors.averagingDouble(TaskBalance::gain)));
        double mean = gains.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        gains.replaceAll((task, gain) -> Math.exp(strength * (mean - gain)));
        return gains;
    }

    private static double gain(DevFigure figure) {
        return (figure.value() - figure.base()) / Math.max(LEAST_BASE, figure.base());
    }

    /** Such as {@code classification 0.67, link 1.49}. */
    static String inWords(Map<String, Double> factors) {
        return factors.entrySet().stream()
                .map(entry -> "%s %.2f".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
