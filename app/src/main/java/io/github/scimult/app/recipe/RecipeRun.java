package io.github.scimult.app.recipe;

import java.util.List;
import java.util.Optional;

/**
 * One row of a recipe's table: a way to train, or the fine-tuned weights of another run before interpolation with the base.
 *
 * @param name what it is called in the table and in folders
 * @param config file of settings, in the recipe's folder; empty with {@code fineTunedOf}
 * @param fineTunedOf name of the run whose fine-tuned weights, before interpolation, this row evaluates; empty where it trains itself
 * @param seeds one training for each; with {@code fineTunedOf} those of that run which are evaluated
 */
record RecipeRun(String name, Optional<String> config, Optional<String> fineTunedOf, List<Long> seeds) {
    RecipeRun {
        seeds = seeds.isEmpty() ? List.of(17L) : seeds.stream().distinct().toList();
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "name is a folder's name of small letters, digits and '-', not '" + name + "'");
        }
        if (config.isPresent() == fineTunedOf.isPresent()) {
            throw new IllegalArgumentException(
                    name
                            + " needs either config, its settings, or fineTunedOf, the run whose fine-tuned weights it evaluates");
        }
    }

    /** Whether it trains, rather than evaluates what another run has trained. */
    boolean trains() {
        return fineTunedOf.isEmpty();
    }
}
