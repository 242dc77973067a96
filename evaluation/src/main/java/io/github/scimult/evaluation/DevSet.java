package io.github.scimult.evaluation;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.retrieval.DenseScorer;
import io.github.scimult.core.retrieval.EmbeddingMatrix;
import io.github.scimult.core.retrieval.TopK;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.evaluation.metric.Metric;
import io.github.scimult.evaluation.metric.TaskMetrics;
import io.github.scimult.evaluation.ranking.EvaluationProgress;
import io.github.scimult.evaluation.ranking.KnownVectors;
import io.github.scimult.evaluation.ranking.RankingSystem;
import io.github.scimult.evaluation.ranking.TaskEmbedding;
import io.github.scimult.evaluation.task.JudgedQuery;
import io.github.scimult.evaluation.task.RankingTask;
import io.github.scimult.evaluation.task.RankingTaskReader;
import io.github.scimult.evaluation.task.Sampling;

/**
 * A fixed, subsampled dev set for model selection during training: a task of a split, or a part of it, on which encoders are
 * evaluated by the task's primary metric. Sampled once, used often; always the same queries and candidates.
 */
public final class DevSet {
    private static final int DEPTH = 100;

    private final RankingTask task;
    private final Metric metric;

    private DevSet(RankingTask task) {
        this.task = task;
        this.metric = TaskMetrics.of(task.task().family(), false).primary();
    }

    /**
     * Samples the set.
     *
     * @param collection stays open as long as the set is used
     * @throws IllegalArgumentException if the split has no judgements for the task
     */
    public static DevSet of(LiteratureCollection collection, Split split, Task task, Sampling sampling) {
        RankingTask ranking = RankingTaskReader.read(collection, split, task, sampling);
        if (ranking.queries().isEmpty()) {
            throw new IllegalArgumentException("the collection " + collection.name()
                    + " has no judgements for the task " + task + " in its split " + split.lowerCaseName());
        }
        return new DevSet(ranking);
    }

    public Task task() {
        return task.task();
    }

    /** The number of queries. */
    public int queries() {
        return task.queries().size();
    }

    /** The queries' rows among the collection's papers, or among its searches. */
    public int[] queryRows() {
        return task.queries().stream().mapToInt(JudgedQuery::row).toArray();
    }

    /** The number of candidates that each query ranks. */
    public int candidates() {
        return task.candidates().size();
    }

    /** The name of the primary metric, such as {@code Recall@20}. */
    public String metric() {
        return metric.name();
    }

    /**
     * Embeds queries and candidates and evaluates. In link tasks the query itself is no candidate.
     *
     * @return (queries) the metric's value for each query, in the order of the split
     */
    public double[] evaluate(TextEncoder encoder) {
        RankingSystem.Encoder system = new RankingSystem.Encoder(encoder.name(), encoder, false);
        TaskEmbedding embedding = new TaskEmbedding(task, system, KnownVectors.NONE, EvaluationProgress.NONE);
        EmbeddingMatrix candidates = embedding.candidates();
        double[] values = new double[queries()];
        new DenseScorer(candidates)
                .forEach(embedding.queries(candidates), (query, scores) -> values[query] = value(query, scores));
        return values;
    }

    private double value(int index, float[] scores) {
        JudgedQuery query = task.queries().get(index);
        if (query.ownCandidate() >= 0) {
            scores[query.ownCandidate()] = Float.NEGATIVE_INFINITY;
        }
        return metric.measure()
                .of(query.judged(TopK.of(scores, task.candidates().places(), DEPTH)));
    }
}
