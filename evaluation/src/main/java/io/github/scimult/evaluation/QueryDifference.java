package io.github.scimult.evaluation;

/**
 * A query on which a model and a reference differ, in the task's primary metric.
 *
 * @param query its id
 * @param text its first characters
 * @param value of the model
 * @param referenceValue of the reference
 * @param rank of the first relevant candidate under the model, from 1; 0 where none was ranked
 * @param referenceRank the same under the reference
 */
public record QueryDifference(
        String query, String text, double value, double referenceValue, int rank, int referenceRank) {
    /** Positive where the model is better. */
    public double difference() {
        return value - referenceValue;
    }
}
