package io.github.scimult.app.report;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * Values laid along a line of the picture, with round numbers marked.
 *
 * @param least value at {@code begin}
 * @param most value at {@code end}
 * @param begin coordinate in the picture
 * @param end coordinate in the picture; may be smaller than {@code begin}
 * @param spacing between two marks: 1, 2 or 5 times a power of ten
 */
record Axis(double least, double most, double begin, double end, double spacing) {

    /** An axis that ends with the last value. */
    static Axis exact(DoubleStream values, double begin, double end) {
        var summary = values.summaryStatistics();
        double most = summary.getCount() == 0 ? 1 : summary.getMax();
        double least = Math.min(0, summary.getCount() == 0 ? 0 : summary.getMin());
        return new Axis(least, most > least ? most : least + 1, begin, end, roundSpacing((most - least) / 5));
    }

    /**
     * An axis from mark to mark around the values.
     *
     * @param fromZero whether it begins at zero whatever the values are
     */
    static Axis rounded(DoubleStream values, boolean fromZero, double begin, double end) {
        var summary = values.summaryStatistics();
        double least = summary.getCount() == 0 ? 0 : summary.getMin();
        double most = summary.getCount() == 0 ? 1 : summary.getMax();
        least = fromZero ? Math.min(0, least) : least;
        if (!(most > least)) {
            double room = least == 0 ? 1 : Math.abs(least) * 0.1;
            least -= fromZero ? 0 : room;
            most += room;
        }
        double spacing = roundSpacing((most - least) / 4);
        double below = Math.floor(least / spacing + 1e-6) * spacing;
        double above = Math.ceil(most / spacing - 1e-6) * spacing;
        return new Axis(below, above, begin, end, spacing);
    }

    /** The smallest of 1, 2, 5, 10, … times a power of ten that is not below the value. */
    private static double roundSpacing(double atLeast) {
        if (!(atLeast > 0)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        return DoubleStream.of(1, 2, 5, 10)
                .map(factor -> factor * power)
                .filter(spacing -> spacing >= atLeast * (1 - 1e-9))
                .findFirst()
                .orElse(10 * power);
    }

    /** Where a value lies in the picture. */
    double at(double value) {
        return begin + (value - least) / (most - least) * (end - begin);
    }

    /** The values to mark. */
    List<Double> marks() {
        long first = (long) Math.ceil(least / spacing - 1e-6);
        long last = (long) Math.floor(most / spacing + 1e-6);
        return LongStream.rangeClosed(first, last).mapToObj(i -> i * spacing).toList();
    }

    String label(double mark) {
        return Numbers.tick(mark, spacing).replaceFirst("^-", "−");
    }
}
