package io.github.scimult.app.recipe;

import io.github.scimult.core.configuration.ConfigurationReader;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.task.Split;
import io.github.scimult.training.config.TrainingConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A comparison that a command reproduces: {@code recipe.yaml} in a folder, with the files of settings that it names and
 * {@code expected.json}.
 *
 * @param title of the table
 * @param train collections to train on, folders below that of the data, with their weights
 * @param evaluate collections to evaluate on
 * @param split whose judgements are used
 * @param maxQueries the maximum number of queries of a task; 0 for all
 * @param maxCandidates the maximum number of papers to rank; 0 for all
 * @param tolerance how far a score may be from the expected one, in either direction
 * @param training settings that hold for all runs; a run's own file overrides them
 * @param runs the table's rows
 */
public record Recipe(
        String title,
        Map<String, Double> train,
        List<String> evaluate,
        String split,
        int maxQueries,
        int maxCandidates,
        double tolerance,
        TrainingConfig training,
        List<RecipeRun> runs) {
    private static final Recipe EMPTY =
            new Recipe("", Map.of(), List.of(), "dev", 0, 0, 0.02, TrainingConfig.defaults(), List.of());

    public Recipe {
        Split.parse(split);
        if (runs.stream().map(RecipeRun::name).distinct().count() != runs.size()) {
            throw new IllegalArgumentException("runs need names, each its own");
        }
        for (RecipeRun run : runs) {
            requireTrained(run, runs);
        }
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException("tolerance must be above 0, not " + tolerance);
        }
    }

    private static void requireTrained(RecipeRun run, List<RecipeRun> runs) {
        if (run.trains()) {
            return;
        }
        String trainer = run.fineTunedOf().orElseThrow();
        boolean there = runs.stream()
                .anyMatch(other -> other.trains()
                        && other.name().equals(trainer)
                        && other.seeds().containsAll(run.seeds()));
        if (!there) {
            throw new IllegalArgumentException("%s has fineTunedOf: %s, but no run trains %s with the seeds %s"
                    .formatted(run.name(), trainer, trainer, run.seeds()));
        }
    }

    /**
     * Reads a recipe.
     *
     * @throws io.github.scimult.core.storage.BadDataException if it is missing or damaged, or names nothing to do
     */
    public static Recipe read(Path folder) throws IOException {
        Path file = folder.resolve("recipe.yaml");
        Recipe recipe = ConfigurationReader.read(EMPTY, file, List.of());
        if (recipe.train().isEmpty()
                || recipe.evaluate().isEmpty()
                || recipe.runs().isEmpty()) {
            throw BadDataException.in(file, "a recipe needs train, evaluate and runs, each with one entry at least");
        }
        return recipe;
    }
}
