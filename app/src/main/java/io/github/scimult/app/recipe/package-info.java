/**
 * Recipes: which models to train, on what and how often, what they are measured on, and what came out when that was last done.
 * Knows nothing of the command line; the command trains and measures.
 */
package io.github.scimult.app.recipe;
