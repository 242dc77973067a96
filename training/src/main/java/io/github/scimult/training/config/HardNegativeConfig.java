package io.github.scimult.training.config;

import io.github.scimult.core.configuration.Formerly;
import io.github.scimult.core.configuration.RecordCopy;
import io.github.scimult.core.task.Task;
import java.util.List;
import java.util.Map;

/**
 * Hard negatives: those that a collection judges, those of SciMult's rules, and those that are mined by BM25 or under the model.
 *
 * @param perPositive the maximum number of judged or rule-based ones a positive
 * @param rules whether, beside candidates judged with score 0, hard negatives are sampled by SciMult's rules (section 3.1)
 * @param ruleTasks the rules only for these tasks, by name or family; empty for all
 * @param bm25 weight of mined ones that BM25 ranks highest for the query's text
 * @param model weight of mined ones that are nearest to the query under the weights that are being trained
 * @param perQuery the number of mined ones for each query of a batch
 * @param refreshSteps steps after which they are mined again under the model
 * @param depth how many of each query's nearest candidates are sampled from
 * @param relativeMargin guard against false negatives: only candidates that score less than (1 − margin) times the mean of the
 *     query's positives (TopK-PercPos: Moreira et al., "NV-Retriever", 2024), dot products counted from the mean of all candidates
 * @param maxCandidates the maximum number of queries and candidates of a source are mined, sampled by the seed
 * @param tasks mining only for these tasks, by name or family; empty for all
 */
public record HardNegativeConfig(
        @Formerly("batch.hardNegatives") int perPositive,
        @Formerly("batch.minedNegatives") boolean rules,
        @Formerly("batch.minedTasks") List<String> ruleTasks,
        @Formerly("neighbours.bm25") double bm25,
        @Formerly("neighbours.model") double model,
        @Formerly("neighbours.perQuery") int perQuery,
        @Formerly("neighbours.everySteps") long refreshSteps,
        @Formerly("neighbours.depth") int depth,

        @Formerly(value = "neighbours.below", change = "1 minus the old value")
        double relativeMargin,

        @Formerly("neighbours.most") int maxCandidates,
        @Formerly("neighbours.tasks") List<String> tasks) {
    public HardNegativeConfig {
        ruleTasks = List.copyOf(ruleTasks);
        ruleTasks.forEach(Task::parse);
        tasks = List.copyOf(tasks);
        tasks.forEach(Task::parse);
        atLeast("perPositive", perPositive, 0);
        atLeast("perQuery", perQuery, 1);
        atLeast("refreshSteps", refreshSteps, 1);
        atLeast("depth", depth, 1);
        atLeast("maxCandidates", maxCandidates, 2);
        if (!(bm25 >= 0 && model >= 0)) {
            throw new IllegalArgumentException("bm25 and model are weights of at least 0, not " + bm25 + ", " + model);
        }
        if (!(relativeMargin >= 0 && relativeMargin < 1)) {
            throw new IllegalArgumentException("relativeMargin must be in [0, 1), not " + relativeMargin);
        }
    }

    private static void atLeast(String name, long value, long bound) {
        if (value < bound) {
            throw new IllegalArgumentException(name + " must be at least " + bound + ", not " + value);
        }
    }

    /** The same, mining among fewer candidates. */
    public HardNegativeConfig withMaxCandidates(int fewer) {
        return RecordCopy.with(this, Map.of("maxCandidates", fewer));
    }

    /** Whether hard negatives of SciMult's rules are sampled for a task. */
    public boolean rulesApplyTo(Task task) {
        return rules && perPositive > 0 && task.isAmong(ruleTasks);
    }

    /** Whether hard negatives are mined for a task. */
    public boolean minesFor(Task task) {
        return task.isAmong(tasks);
    }

    /** The last step up to this one at which hard negatives were mined under the model. */
    public long minedAt(long step) {
        return step / refreshSteps * refreshSteps;
    }
}
