package io.github.scimult.training.config;

import java.nio.file.Path;
import java.util.List;

/**
 * What a run is to do, as it is kept for resuming.
 *
 * @param version of the program
 * @param collections to train on, and to evaluate; at least one has a weight above 0
 * @param config everything else
 */
public record TrainingPlan(String version, List<CollectionSpec> collections, TrainingConfig config) {
    public TrainingPlan {
        collections = List.copyOf(collections);
        if (collections.isEmpty()) {
            throw new IllegalArgumentException("training needs at least one collection");
        }
        if (collections.stream().allMatch(CollectionSpec::isHeldOut)) {
            throw new IllegalArgumentException("the weight of collection "
                    + collections.getFirst().folder() + " is 0, which only evaluates it: name one to train on, too");
        }
    }

    /** Training on one collection, by a program of one's own. */
    public static TrainingPlan of(Path collection, TrainingConfig config) {
        String folder = collection.toAbsolutePath().normalize().toString();
        return new TrainingPlan("library", List.of(new CollectionSpec(folder, 1)), config);
    }

    /** As it is kept: how this machine computes, and how much at once, is decided, and the base is found from any folder. */
    public TrainingPlan resolved(ComputeConfig compute, int chunkTokens) {
        return new TrainingPlan(version, collections, config.resolved(compute, chunkTokens));
    }

    /** A stage before the last, as a plan of its own. */
    public TrainingPlan ofStage(StageConfig stage) {
        return new TrainingPlan(version, collections, config.ofStage(stage));
    }
}
