package io.github.scimult.evaluation.report;

import io.github.scimult.evaluation.Comparison;
import java.util.List;
import java.util.Locale;

/**
 * Differences as dots with their intervals as lines, around a common zero.
 *
 * @param reach the largest distance from zero that must fit
 */
record IntervalChart(double reach) {
    private static final double HALF = 70;

    /** A picture in which all of these fit. */
    static IntervalChart of(List<Comparison> comparisons) {
        double reach = comparisons.stream()
                .mapToDouble(comparison -> Math.max(Math.abs(comparison.low()), Math.abs(comparison.high())))
                .max()
                .orElse(0);
        return new IntervalChart(reach == 0 ? 1 : reach);
    }

    String draw(Comparison comparison) {
        String side = !comparison.significant() ? "even" : comparison.difference() > 0 ? "better" : "worse";
        return String.format(
                Locale.ROOT,
                "<svg class=\"inline whisker\" viewBox=\"-75 -8 150 16\" aria-hidden=\"true\">"
                        + "<line class=\"zero\" x1=\"0\" y1=\"-8\" x2=\"0\" y2=\"8\"/>"
                        + "<line class=\"%s\" x1=\"%.1f\" y1=\"0\" x2=\"%.1f\" y2=\"0\" stroke-width=\"2.5\"/>"
                        + "<circle class=\"%s\" cx=\"%.1f\" cy=\"0\" r=\"4\"/></svg>",
                side,
                at(comparison.low()),
                at(comparison.high()),
                side,
                at(comparison.difference()));
    }

    private double at(double value) {
        return value / reach * HALF;
    }
}
