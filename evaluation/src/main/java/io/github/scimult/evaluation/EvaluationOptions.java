package io.github.scimult.evaluation;

import io.github.scimult.core.configuration.RecordCopy;
import io.github.scimult.core.retrieval.Fusion;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.task.TaskFamily;
import io.github.scimult.evaluation.task.Sampling;
import java.util.List;
import java.util.Map;

/**
 * What can be chosen in an evaluation.
 *
 * @param tasks names of the tasks to measure, such as {@code link}; empty for all that the split has
 * @param removeQueryPaper whether a paper is no candidate for its own links; the original protocol leaves it among them
 * @param labelMatching whether classification is measured with matching label names first as well
 * @param fusion how the model and BM25 become one
 * @param fusionWeight weight of BM25 in a weighted sum
 * @param fitFusionWeight whether the weight is chosen on the collection's dev split instead, where it has one for the
 *     task and dev is not the split to evaluate
 * @param bootstrapSamples draws for the 95 % intervals, at least 100
 * @param seed of the bootstrap, and of the sample of queries
 * @param maxQueries the maximum number of queries of a task, sampled at random; 0 for all
 * @param maxCandidates the maximum number of papers to rank, all relevant ones and others sampled at random; 0 for all. Fewer make
 *     every metric higher: only to compare systems by. Labels are always all ranked
 * @param runDepth how many candidates of a query are ranked, measured and written to run files; at least 1,000
 */
public record EvaluationOptions(
        List<String> tasks,
        boolean removeQueryPaper,
        boolean labelMatching,
        Fusion.Kind fusion,
        double fusionWeight,
        boolean fitFusionWeight,
        int bootstrapSamples,
        long seed,
        int maxQueries,
        int maxCandidates,
        int runDepth) {
    /** All tasks, the query paper removed, names matched, the default weight of BM25, 2,000 draws, all queries, depth 1,000. */
    public static final EvaluationOptions DEFAULTS = new EvaluationOptions(
            List.of(), true, true, Fusion.Kind.WEIGHTED_SUM, Fusion.DEFAULT_WEIGHT, false, 2_000, 42, 0, 0, 1_000);

    private static final int DEEPEST_CUTOFF = 1_000;

    public EvaluationOptions {
        tasks = List.copyOf(tasks);
        tasks.forEach(Task::parse);
        Fusion.weightedSum(fusionWeight);
        if (bootstrapSamples < 100) {
            throw new IllegalArgumentException("bootstrap samples are at least 100, not " + bootstrapSamples);
        }
        if (maxQueries < 0) {
            throw new IllegalArgumentException("max queries is at least 1, or 0 for all, not " + maxQueries);
        }
        if (maxCandidates < 0) {
            throw new IllegalArgumentException("max candidates is at least 1, or 0 for all, not " + maxCandidates);
        }
        if (runDepth < DEEPEST_CUTOFF) {
            throw new IllegalArgumentException("the run depth is at least " + DEEPEST_CUTOFF + ", because Recall@"
                    + DEEPEST_CUTOFF + " is measured, not " + runDepth);
        }
    }

    /** The same with other tasks. */
    public EvaluationOptions withTasks(List<String> tasks) {
        return RecordCopy.with(this, Map.of("tasks", tasks));
    }

    /** The same, with a paper among the candidates for its own links. */
    public EvaluationOptions keepingQueryPaper() {
        return RecordCopy.with(this, Map.of("removeQueryPaper", false));
    }

    /** The same with another way to fuse the model and BM25. */
    public EvaluationOptions withFusion(Fusion.Kind fusion) {
        return RecordCopy.with(this, Map.of("fusion", fusion));
    }

    /** The same with another weight of BM25. */
    public EvaluationOptions withFusionWeight(double fusionWeight) {
        return RecordCopy.with(this, Map.of("fusionWeight", fusionWeight));
    }

    /** The same, with the weight of BM25 tuned on dev. */
    public EvaluationOptions tuningFusionWeight() {
        return RecordCopy.with(this, Map.of("fitFusionWeight", true));
    }

    /** The same with another number of draws for the intervals. */
    public EvaluationOptions withBootstrapSamples(int bootstrapSamples) {
        return RecordCopy.with(this, Map.of("bootstrapSamples", bootstrapSamples));
    }

    /** The same with another limit on the queries. */
    public EvaluationOptions withMaxQueries(int maxQueries) {
        return RecordCopy.with(this, Map.of("maxQueries", maxQueries));
    }

    /** The same with another limit on the papers to rank. */
    public EvaluationOptions withMaxCandidates(int maxCandidates) {
        return RecordCopy.with(this, Map.of("maxCandidates", maxCandidates));
    }

    /** The same with another depth of the rankings. */
    public EvaluationOptions withRunDepth(int runDepth) {
        return RecordCopy.with(this, Map.of("runDepth", runDepth));
    }

    /** Which queries and candidates of a task are drawn. */
    Sampling sampling(TaskFamily family) {
        return new Sampling(maxQueries, family == TaskFamily.CLASSIFICATION ? 0 : maxCandidates, seed);
    }

    Fusion fusionOf(double weight) {
        return new Fusion(fusion, weight, Fusion.reciprocalRank().rankConstant(), runDepth);
    }
}
