package io.github.scimult.training.dev;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.task.TaskFamily;
import io.github.scimult.evaluation.DevSet;
import io.github.scimult.evaluation.task.Sampling;
import java.util.List;
import java.util.Optional;

/** The dev sets of a collection. */
public final class DevScorers {
    private DevScorers() {}

    /**
     * One task of a collection: by its dev judgements, or search by held-out titles where there are none.
     *
     * @param seed of the samples of queries and candidates
     * @return empty if there is nothing to evaluate the task by
     * @throws io.github.scimult.core.storage.BadDataException if the judgements are bad
     */
    public static Optional<DevScorer> of(LiteratureCollection collection, Task task, DevConfig config, long seed) {
        if (collection.splits(task).contains(Split.DEV)) {
            return Optional.of(judged(collection, task, config, seed, false));
        }
        return task.equals(Task.SEARCH)
                ? Optional.ofNullable(TitleDevScorer.of(collection, config, seed))
                : Optional.empty();
    }

    /** All judged tasks of a held-out collection, which nothing is trained on. */
    public static List<DevScorer> heldOut(LiteratureCollection collection, DevConfig config, long seed) {
        return collection.tasks().stream()
                .filter(task -> collection.splits(task).contains(Split.DEV))
                .map(task -> judged(collection, task, config, seed, true))
                .toList();
    }

    private static DevScorer judged(
            LiteratureCollection collection, Task task, DevConfig config, long seed, boolean heldOut) {
        Sampling sampling = new Sampling(config.queries(), candidates(task, config), seed);
        return new JudgedDevScorer(collection.name(), DevSet.of(collection, Split.DEV, task, sampling), heldOut);
    }

    /** Labels are short: all of them are ranked, as in the final evaluation. */
    private static int candidates(Task task, DevConfig config) {
        return task.family() == TaskFamily.CLASSIFICATION ? 0 : config.candidates();
    }
}
