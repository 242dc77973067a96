package io.github.scimult.app.recipe;

import java.util.List;

/**
 * What a run came to on one task of one collection.
 *
 * @param run its name; "baseline" and "BM25" for what it is compared with
 * @param task such as {@code vis/link}
 * @param metric such as {@code Recall@20}
 * @param queries measured
 * @param mean over the seeds
 * @param deviation between the seeds (of the sample, n − 1); 0 where there is one
 * @param seeds how many
 * @param steps of the optimiser, the mean over the seeds; 0 for what was not trained
 * @param marks {@code *}, {@code †} and {@code ‡}: the 95 % interval of the difference to base, BM25 and the recipe's first run
 *     excludes 0, the seeds' values of each query averaged; {@code v} before a mark says that it is a loss
 */
public record RecipeRow(
        String run,
        String task,
        String metric,
        int queries,
        double mean,
        double deviation,
        int seeds,
        double steps,
        String marks) {
    public RecipeRow {
        if (seeds < 1) {
            throw new IllegalArgumentException("a row is of at least one seed, not " + seeds);
        }
    }

    /** Of the values of several seeds. */
    static double deviation(List<Double> values) {
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return values.size() < 2 ? 0 : Math.sqrt(squares / (values.size() - 1));
    }
}
