package io.github.scimult.training.config;

import io.github.scimult.core.task.Task;
import java.util.List;

/**
 * Hard negatives from the neighbourhood of each query, on top of those that a collection knows of.
 *
 * @param bm25 weight of what BM25 ranks highest for the query's words
 * @param model weight of what is nearest under the weights that are being trained
 * @param perQuery so many for each query of a batch
 * @param everySteps steps after which neighbours under the model are searched for again
 * @param depth how many of each query's neighbours are drawn from
 * @param below only candidates that score less than this share of the query's positives' mean, so that what is relevant and not
 *     known to be does not count as a negative
 * @param most at most so many queries and candidates of a source are searched, drawn by the seed
 * @param tasks only for these tasks, by name or family; empty for all
 */
public record HardNegativeConfig(
        double bm25,
        double model,
        int perQuery,
        long everySteps,
        int depth,
        double below,
        int most,
        List<String> tasks) {
    public HardNegativeConfig {
        tasks = List.copyOf(tasks);
        tasks.forEach(Task::parse);
        if (!(bm25 >= 0 && model >= 0)) {
            throw new IllegalArgumentException("bm25 and model are weights of at least 0, not " + bm25 + ", " + model);
        }
        if (perQuery < 1 || everySteps < 1 || depth < 1 || most < 2) {
            throw new IllegalArgumentException(
                    "perQuery, everySteps and depth must be at least 1 and most at least 2, not " + perQuery + ", "
                            + everySteps + ", " + depth + ", " + most);
        }
        if (!(below > 0 && below <= 1)) {
            throw new IllegalArgumentException("below is a share in (0, 1], not " + below);
        }
    }

    /** The same, searching less. */
    public HardNegativeConfig atMost(int fewer) {
        return new HardNegativeConfig(bm25, model, perQuery, everySteps, depth, below, fewer, tasks);
    }

    /** Whether a task's queries get neighbours. */
    public boolean areFor(Task task) {
        return task.isAmong(tasks);
    }

    /** The last step up to this one at which neighbours under the model were searched for. */
    public long minedAt(long step) {
        return step / everySteps * everySteps;
    }
}
