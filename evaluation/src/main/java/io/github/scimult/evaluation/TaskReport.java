package io.github.scimult.evaluation;

import io.github.scimult.evaluation.ranking.RankingSystem;
import java.util.List;

/**
 * All systems on one task of a split.
 *
 * @param task the task's name
 * @param candidateKind "labels" or "papers"
 * @param candidates how many each query ranks
 * @param metrics names of the metrics in order, the primary one first
 * @param queryIds the queries, in the order of {@link SystemReport#primaryValues}
 * @param systems in the order given
 * @param wonAndLost of each model that is no reference, against the first reference
 * @param seconds the evaluation took, without embedding papers, which is done once for all tasks
 */
public record TaskReport(
        String task,
        String candidateKind,
        int candidates,
        List<String> metrics,
        List<String> queryIds,
        List<SystemReport> systems,
        List<QueriesWonAndLost> wonAndLost,
        double seconds) {
    public TaskReport {
        metrics = List.copyOf(metrics);
        queryIds = List.copyOf(queryIds);
        systems = List.copyOf(systems);
        wonAndLost = List.copyOf(wonAndLost);
    }

    /** The name of the metric by which systems are compared first. */
    public String primary() {
        return metrics.getFirst();
    }

    /** The names of the systems that the others are compared to. */
    public List<String> references() {
        return systems.stream()
                .filter(SystemReport::reference)
                .map(SystemReport::name)
                .toList();
    }

    /** Whether the p-values are corrected for several models; the rule of {@link RankingSystem#areSeveralModels}. */
    public boolean comparesSeveralModels() {
        return systems.stream()
                        .filter(system -> RankingSystem.isComparedModel(system.kind(), system.reference()))
                        .count()
                > 1;
    }

    /**
     * A system's report.
     *
     * @throws IllegalArgumentException if there is none of the name
     */
    public SystemReport system(String name) {
        return systems.stream()
                .filter(system -> system.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no system '" + name + "' in the report of " + task));
    }
}
