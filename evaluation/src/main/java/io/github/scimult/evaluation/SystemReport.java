package io.github.scimult.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One system's scores on a task.
 *
 * @param name of the system
 * @param kind "encoder", "lexical" or "fused"
 * @param reference whether the others are compared to it
 * @param details what else is to be known of it, such as the weight of a fusion
 * @param means by metric, in the order of the protocol
 * @param primaryValues the primary metric for each query, in the order of the task's queries
 * @param comparisons to each reference, for each metric
 */
public record SystemReport(
        String name,
        String kind,
        boolean reference,
        Map<String, String> details,
        Map<String, Double> means,
        List<Double> primaryValues,
        List<Comparison> comparisons) {
    public SystemReport {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
        means = Collections.unmodifiableMap(new LinkedHashMap<>(means));
        primaryValues = List.copyOf(primaryValues);
        comparisons = List.copyOf(comparisons);
    }

    /** The comparison to a reference in a metric; empty for the reference itself. */
    public Optional<Comparison> comparison(String reference, String metric) {
        return comparisons.stream()
                .filter(comparison -> comparison.reference().equals(reference)
                        && comparison.metric().equals(metric))
                .findFirst();
    }
}
