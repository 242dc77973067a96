package io.github.scimult.app.recipe;

import java.util.List;
import java.util.Optional;

/**
 * One row of a recipe's table: a way to train, or what another run had trained before it was blended with the base.
 *
 * @param name what it is called in the table and in folders
 * @param config file of settings, in the recipe's folder; empty with {@code unblended}
 * @param unblended name of the run whose trained end, before blending, this row measures; empty where it trains itself
 * @param seeds one training for each; with {@code unblended} those of that run which are measured
 */
record RecipeRun(String name, Optional<String> config, Optional<String> unblended, List<Long> seeds) {
    RecipeRun {
        seeds = seeds.isEmpty() ? List.of(17L) : seeds.stream().distinct().toList();
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "name is a folder's name of small letters, digits and '-', not '" + name + "'");
        }
        if (config.isPresent() == unblended.isPresent()) {
            throw new IllegalArgumentException(
                    name + " needs either config, its settings, or unblended, the run whose trained end it measures");
        }
    }

    /** Whether it trains, rather than measures what another run has trained. */
    boolean trains() {
        return unblended.isEmpty();
    }
}
