package io.github.scimult.evaluation.classifier;

/**
 * A vector of which most components are 0.
 *
 * @param features those that are not, ascending
 * @param values theirs
 */
@SuppressWarnings("ArrayRecordComponent")
public record SparseVector(int[] features, float[] values) {}
