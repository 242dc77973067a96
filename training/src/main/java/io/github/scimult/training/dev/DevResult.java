package io.github.scimult.training.dev;

/**
 * A dev score with the values that it is the mean of.
 *
 * @param score over all queries
 * @param perQuery each query's value, always of the same queries in the same order
 */
@SuppressWarnings("ArrayRecordComponent")
public record DevResult(DevScore score, double[] perQuery) {}
