package io.github.scimult.evaluation.metric;

/**
 * A column of a report: a measure, of the system's ranking as it is or with the labels first whose name occurs in the
 * paper's text.
 *
 * @param measure its definition
 * @param namesFirst whether the ranking is the one with matching names first
 */
public record Metric(RankingMetric measure, boolean namesFirst) {
    private static final String NAMES_SUFFIX = " (names)";

    /** The name in tables and files: {@code Recall@20}, or {@code Recall@20 (names)} with matching names first. */
    public String name() {
        return measure.displayName() + (namesFirst ? NAMES_SUFFIX : "");
    }
}
