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

    /** Of the train queries of a task without a dev split so many are held out; fewer than ten say too little. */
    private static final double HELD_OUT_OF_TRAIN = 0.1;

    private static final int FEWEST = 10;

    /**
     * One task of a collection: by its dev judgements; where there are none by a tenth of its train queries, which are then not to be
     * trained on ({@link DevScorer#queriesOfTrain}), or search by titles.
     *
     * @param seed of the samples of queries and candidates
     * @return empty if there is nothing to evaluate the task by
     * @throws io.github.scimult.core.storage.BadDataException if the judgements are bad
     */
    public static Optional<DevScorer> of(LiteratureCollection collection, Task task, DevConfig config, long seed) {
        if (collection.splits(task).contains(Split.DEV)) {
            return Optional.of(judged(collection, task, config, seed, false));
        }
        int queries = collection.splits(task).contains(Split.TRAIN)
                ? collection.judgements(task, Split.TRAIN).queries()
                : 0;
        int held = (int) Math.min(config.queries(), queries * HELD_OUT_OF_TRAIN);
        if (held >= FEWEST) {
            Sampling sampling = new Sampling(held, candidates(task, config), seed);
            DevSet part = DevSet.of(collection, Split.TRAIN, task, sampling);
            return Optional.of(new JudgedDevScorer(collection.name(), part, false, true));
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
        return new JudgedDevScorer(collection.name(), DevSet.of(collection, Split.DEV, task, sampling), heldOut, false);
    }

    /** Labels are short: all of them are ranked, as in the final evaluation. */
    private static int candidates(Task task, DevConfig config) {
        return task.family() == TaskFamily.CLASSIFICATION ? 0 : config.candidates();
    }
}
