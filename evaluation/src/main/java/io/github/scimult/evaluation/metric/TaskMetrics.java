package io.github.scimult.evaluation.metric;

import io.github.scimult.core.task.TaskFamily;
import io.github.scimult.evaluation.EvaluationOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * The metrics of a family of tasks (SciMult, section 4; BEIR for search). All measures are trec_eval's, on the
 * best {@link EvaluationOptions#runDepth()} candidates.
 *
 * <table>
 * <caption>Metrics</caption>
 * <tr><th>family</th><th>primary</th><th>others</th></tr>
 * <tr><td>classification</td><td>Recall@20</td><td>Recall@50, Recall@100, P@1, P@3, P@5, nDCG@3, nDCG@5, nDCG@10, MRR;
 *     the same with matching names first</td></tr>
 * <tr><td>link</td><td>Recall@20</td><td>Recall@50, Recall@100, Recall@1000, MRR, P@10, nDCG@10</td></tr>
 * <tr><td>search</td><td>nDCG@10</td><td>MAP, Recall@100, Recall@1000, MRR, P@10</td></tr>
 * </table>
 *
 * @param metrics in the order of the report's columns, the primary one first
 */
public record TaskMetrics(List<Metric> metrics) {
    public TaskMetrics {
        metrics = List.copyOf(metrics);
        if (metrics.isEmpty()) {
            throw new IllegalArgumentException("a protocol needs a metric");
        }
    }

    /**
     * The protocol of a family.
     *
     * @param labelMatching whether classification is measured with matching names first as well
     */
    public static TaskMetrics of(TaskFamily family, boolean labelMatching) {
        List<RankingMetric> measures =
                measures(family).stream().map(RankingMetric::parse).toList();
        List<Metric> metrics = new ArrayList<>();
        measures.forEach(measure -> metrics.add(new Metric(measure, false)));
        if (labelMatching && family == TaskFamily.CLASSIFICATION) {
            measures.forEach(measure -> metrics.add(new Metric(measure, true)));
        }
        return new TaskMetrics(metrics);
    }

    /** The metric by which systems are compared first. */
    public Metric primary() {
        return metrics.getFirst();
    }

    private static List<String> measures(TaskFamily family) {
        return switch (family) {
            case CLASSIFICATION ->
                List.of(
                        "recall_20",
                        "recall_50",
                        "recall_100",
                        "P_1",
                        "P_3",
                        "P_5",
                        "ndcg_cut_3",
                        "ndcg_cut_5",
                        "ndcg_cut_10",
                        "recip_rank");
            case LINK ->
                List.of("recall_20", "recall_50", "recall_100", "recall_1000", "recip_rank", "P_10", "ndcg_cut_10");
            case SEARCH -> List.of("ndcg_cut_10", "map", "recall_100", "recall_1000", "recip_rank", "P_10");
        };
    }
}
