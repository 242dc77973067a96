package io.github.scimult.app.recipe;

import java.util.List;

/**
 * One row of a recipe's table: a way to train.
 *
 * @param name what it is called in the table and in folders
 * @param config file of settings, in the recipe's folder
 * @param seeds one training for each
 */
public record RecipeRun(String name, String config, List<Long> seeds) {
    public RecipeRun {
        seeds = seeds.isEmpty() ? List.of(17L) : seeds.stream().distinct().toList();
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "name is a folder's name of small letters, digits and '-', not '" + name + "'");
        }
    }
}
