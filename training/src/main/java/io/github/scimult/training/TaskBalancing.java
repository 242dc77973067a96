package io.github.scimult.training;

import io.github.scimult.training.config.TrainingConfig;
import io.github.scimult.training.dev.DevScore;
import io.github.scimult.training.event.TrainingEvent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Samples a task more often that lags behind on dev, and one that is ahead less often.
 *
 * @param run whose dev scores decide
 */
record TaskBalancing(TrainingConfig config, RunProgress run, Consumer<TrainingEvent> listener) implements TrainingHook {
    @Override
    public void afterStep() {
        boolean canDecide = run.scoresOfStep().stream().anyMatch(score -> !score.heldOut());
        if (config.tasks().balancing() > 0 && canDecide) {
            run.balance(factors(run.scoresOfStep(), config.tasks().balancing()));
            listener.accept(new TrainingEvent.Note("from now on the tasks' weights are multiplied by: "
                    + text(run.state().taskFactors())));
        }
    }

    /**
     * Factors on the tasks' weights: exp(strength · (mean gain − own gain)), a gain being the mean relative gain over the baseline of
     * a task's collections.
     *
     * @param strength 0 leaves all weights as they are
     */
    static Map<String, Double> factors(List<DevScore> scores, double strength) {
        Map<String, Double> gains = scores.stream()
                .filter(score -> !score.heldOut() && score.hasBaseline())
                .collect(Collectors.groupingBy(
                        DevScore::task, TreeMap::new, Collectors.averagingDouble(DevScore::gain)));
        double mean = gains.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        gains.replaceAll((task, gain) -> Math.exp(strength * (mean - gain)));
        return gains;
    }

    /** Such as {@code classification 0.67, link 1.49}. */
    private static String text(Map<String, Double> factors) {
        return new TreeMap<>(factors)
                .entrySet().stream()
                        .map(entry -> "%s %.2f".formatted(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(", "));
    }
}
