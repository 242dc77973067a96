package io.github.scimult.training.config;

import io.github.scimult.core.configuration.Formerly;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.task.TaskFamily;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often each task and collection is sampled.
 *
 * @param weights of tasks in the mix, by the name of a task or of its family; a task that is not listed is not trained. Empty: every
 *     task that a collection has, links counting twice
 * @param temperatures τ of tasks, by name or family, by which their similarities are divided while they are trained; others have the model's
 * @param samplingExponent a task's collections are sampled by their numbers of pairs to this power, times their weights: 0 takes the
 *     weights alone, 1 samples every pair as often
 * @param balancing how strongly a task that gains less on dev than others is sampled more often after each evaluation; 0 keeps the
 *     weights as they are
 */
public record TaskConfig(
        @Formerly("tasks") Map<String, Double> weights,
        Map<String, Double> temperatures,
        @Formerly("sizeExponent") double samplingExponent,
        @Formerly("balance") double balancing) {
    /** Where nothing is said links count twice, since they learn slowest. */
    private static final double LINK_WEIGHT = 2;

    public TaskConfig {
        weights = Collections.unmodifiableMap(new TreeMap<>(weights));
        weights.forEach((task, weight) -> {
            Task.parse(task);
            if (!(weight >= 0)) {
                throw new IllegalArgumentException("the weight of task " + task + " must be at least 0, not " + weight);
            }
        });
        temperatures = Collections.unmodifiableMap(new TreeMap<>(temperatures));
        temperatures.forEach((task, temperature) -> {
            Task.parse(task);
            if (!(temperature > 0 && temperature <= 100)) {
                throw new IllegalArgumentException(
                        "the temperature of task " + task + " must be above 0 and at most 100, not " + temperature);
            }
        });
        if (!(samplingExponent >= 0 && samplingExponent <= 1)) {
            throw new IllegalArgumentException("samplingExponent must be in [0, 1], not " + samplingExponent);
        }
        if (!(balancing >= 0 && balancing <= 10)) {
            throw new IllegalArgumentException("balancing must be in [0, 10], not " + balancing);
        }
    }

    /** The weight of a task: by its own name, else by its family's; 0 if it is not trained. */
    public double weight(Task task) {
        if (weights.isEmpty()) {
            return task.family() == TaskFamily.LINK ? LINK_WEIGHT : 1;
        }
        return task.byNameOrFamily(weights).orElse(0.0);
    }
}
