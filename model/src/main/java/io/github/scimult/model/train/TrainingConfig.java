package io.github.scimult.model.train;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that decides a training run, written in full into its manifest. What a user does not set keeps the value of
 * {@link #defaults()}.
 *
 * @param seed of everything random
 * @param model what is trained
 * @param tasks weight of each task in the mix; a task not named has weight 0 unless the collections have judgements for
 *     it and the map is empty, in which case all have weight 1
 * @param titleSearch weight of titles as searches in collections that have no search log, beside the other tasks of the
 *     collection; 0 leaves such collections without search
 * @param sizeExponent a task's collections are mixed by their numbers of pairs to this power, times their weights; 0 takes
 *     the weights alone, 1 draws every pair as often
 * @param batch how batches are drawn
 * @param dropout while training
 * @param optim optimiser and schedule
 * @param budget when training ends
 * @param dev measuring on the dev split
 * @param merge the blend at the end
 * @param compute precision and threads
 * @param saveMinutes minutes between two saved states; 0 saves at every measurement only
 */
public record TrainingConfig(
        long seed,
        ModelConfig model,
        Map<String, Double> tasks,
        double titleSearch,
        double sizeExponent,
        BatchConfig batch,
        DropoutConfig dropout,
        OptimConfig optim,
        BudgetConfig budget,
        DevConfig dev,
        MergeConfig merge,
        ComputeConfig compute,
        double saveMinutes) {
    public TrainingConfig {
        tasks = java.util.Collections.unmodifiableMap(new TreeMap<>(tasks));
        tasks.forEach((task, weight) -> {
            io.github.scimult.core.task.Task.parse(task);
            if (!(weight >= 0)) {
                throw new IllegalArgumentException("the weight of task " + task + " must be at least 0, not " + weight);
            }
        });
        if (!(titleSearch >= 0)) {
            throw new IllegalArgumentException("titleSearch is a weight of at least 0, not " + titleSearch);
        }
        if (!(sizeExponent >= 0 && sizeExponent <= 1)) {
            throw new IllegalArgumentException("sizeExponent must be in [0, 1], not " + sizeExponent);
        }
        if (!(saveMinutes >= 0)) {
            throw new IllegalArgumentException("saveMinutes must be at least 0, not " + saveMinutes);
        }
    }

    /** The values that hold where nothing is said. */
    public static TrainingConfig defaults() {
        return new TrainingConfig(
                17,
                new ModelConfig("minilm", 0, "none", List.of("search", "link", "classification")),
                Map.of(),
                0.3,
                0,
                new BatchConfig(32, 12_288, 128, 16_384, 1, 8, 1, false, 2048, true, 1, 100),
                new DropoutConfig(0.1, 0.0),
                new OptimConfig(1e-4, 0.05, 0.9, 0.999, 1e-8, 0.01, 2.0, 1.0),
                new BudgetConfig(30, 0, 0),
                new DevConfig(0, 2, 150, 400, 0),
                new MergeConfig(0, List.of(0.5, 0.75, 1.0)),
                new ComputeConfig("auto", "auto", 0),
                5);
    }
}
