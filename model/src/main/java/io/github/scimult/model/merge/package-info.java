/**
 * Merging: models made of other models' weights, without training. Blends with the base, averages of checkpoints, sums of
 * task vectors, and how dev chooses among them.
 */
package io.github.scimult.model.merge;
