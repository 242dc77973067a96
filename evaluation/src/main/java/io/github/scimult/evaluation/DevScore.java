package io.github.scimult.evaluation;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.evaluation.task.Sampling;
import java.util.Arrays;

/**
 * One encoder's primary figure on a task.
 *
 * @param task which
 * @param figure the figure's name, such as {@code Recall@20}
 * @param values (queries) its value for each query, in the order of the split
 */
@SuppressWarnings("ArrayRecordComponent")
public record DevScore(Task task, String figure, double[] values) {
    /** Scores an encoder once; whoever scores often keeps a {@link DevSet}. */
    public static DevScore of(
            LiteratureCollection collection, Split split, Task task, TextEncoder encoder, Sampling sampling) {
        return DevSet.of(collection, split, task, sampling).score(encoder);
    }

    /** The mean over the queries. */
    public double mean() {
        return Arrays.stream(values).average().orElse(0);
    }
}
