/**
 * Recipes: several runs and evaluations as one table, with expected scores.
 *
 * <p>Must not know a single run's details.
 */
package io.github.scimult.app.recipe;
