package io.github.scimult.training.pair;

import io.github.scimult.core.task.Task;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * All pairs that one task of one collection offers for training.
 *
 * @param collection the collection's name
 * @param task what the pairs teach
 * @param queryKind which text a query row stands for
 * @param candidateKind which text a candidate row stands for
 * @param candidates how many candidate rows there are
 * @param queries (n) row of each query that has a positive
 * @param positives (n) rows to learn from; at most the cap for each label
 * @param negatives (n) rows shown or judged and found not relevant
 * @param known (n) all rows that are no negatives, ascending: those known to be relevant, capped or not, and what stands above a
 *     relevant label in the hierarchy
 */
@SuppressWarnings("ArrayRecordComponent")
public record TrainingPairs(
        String collection,
        Task task,
        TextKind queryKind,
        TextKind candidateKind,
        int candidates,
        int[] queries,
        int[][] positives,
        int[][] negatives,
        int[][] known) {

    /** How configuration, log and report name it: {@code vis/link}. */
    public String name() {
        return collection + "/" + task;
    }

    /** The number of (query, positive) pairs. */
    public long pairs() {
        return Arrays.stream(positives).mapToLong(rows -> rows.length).sum();
    }

    /** The number of pairs of some queries. @param counts asked of each query's index, by several threads at once */
    public long pairs(IntPredicate counts) {
        return IntStream.range(0, queries.length)
                .parallel()
                .filter(counts)
                .mapToLong(query -> positives[query].length)
                .sum();
    }
}
