package io.github.scimult.evaluation.ranking;

import io.github.scimult.core.retrieval.Fusion;
import io.github.scimult.core.retrieval.FusionWeightChoice;
import io.github.scimult.core.retrieval.TopK;
import io.github.scimult.evaluation.metric.Metric;
import io.github.scimult.evaluation.metric.TaskMetrics;
import io.github.scimult.evaluation.task.RankingTask;
import java.util.stream.IntStream;

/**
 * Tunes the weight of BM25 in a weighted sum by the primary metric on dev queries.
 */
public final class FusionWeightTuning {
    private static final double[] WEIGHTS = FusionWeightChoice.weights();
    private static final int DEPTH = 100;

    private final TaskScorer scorer;
    private final CandidateIndex index;
    private final RankingTask task;
    private final Metric primary;

    /** A fit on the queries of a scorer. */
    public FusionWeightTuning(TaskScorer scorer, CandidateIndex index) {
        this.scorer = scorer;
        this.index = index;
        this.task = scorer.task();
        this.primary = TaskMetrics.of(task.task().family(), false).primary();
    }

    public double best(RankingSystem.Fused fused) {
        double[][] values = new double[task.queries().size()][WEIGHTS.length];
        int group = scorer.groupSize();
        IntStream.iterate(0, from -> from < values.length, from -> from + group)
                .parallel()
                .forEach(from -> measure(fused, from, Math.min(values.length, from + group), values));
        return FusionWeightChoice.of(values);
    }

    private void measure(RankingSystem.Fused fused, int from, int to, double[][] values) {
        float[][][] scores = scorer.score(from, to);
        float[] sum = new float[task.candidates().size()];
        for (int query = from; query < to; query++) {
            for (int weight = 0; weight < WEIGHTS.length; weight++) {
                Fusion.weightedSum(WEIGHTS[weight])
                        .fuse(
                                scores[index.position(fused.encoder())][query - from],
                                scores[index.position(fused.lexical())][query - from],
                                task.candidates().places(),
                                sum);
                values[query][weight] = primary.measure()
                        .of(task.queries()
                                .get(query)
                                .judged(TopK.of(sum, task.candidates().places(), DEPTH)));
            }
        }
    }
}
