package io.github.scimult.training.dev;

import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.task.Task;

/** Evaluates encoders by one metric of one task on one collection's dev split. */
public interface DevScorer {
    /** The collection's name. */
    String collection();

    Task task();

    /** Such as {@code Recall@20}. */
    String metric();

    /** Whether nothing is trained on the collection: it is evaluated to see what is kept, and selects nothing. */
    boolean heldOut();

    /** The metric's value for each query, always of the same queries in the same order. */
    double[] values(TextEncoder encoder);

    /** Rows of queries of the train split that it measures by, and that are not to be trained on: where there is no dev split. */
    default int[] queriesOfTrain() {
        return new int[0];
    }

    /** Such as {@code vis/link}. */
    default String source() {
        return collection() + "/" + task();
    }
}
