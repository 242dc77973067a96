package io.github.scimult.app.report;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a chart.
 *
 * @param name for the legend
 * @param style CSS class that gives the colour, and more by further classes
 * @param points by rising x; a point whose y is not finite is left out
 */
record Curve(String name, String style, List<Point> points) {
    private static final int MOST_POINTS = 240;

    Curve {
        points = points.stream().filter(point -> Double.isFinite(point.y())).toList();
    }

    record Point(double x, double y) {}

    /** The same line in at most some hundred points, each the mean of its neighbours. */
    Curve thinned() {
        if (points.size() <= MOST_POINTS) {
            return this;
        }
        List<Point> thin = new ArrayList<>();
        for (int i = 0; i < MOST_POINTS; i++) {
            int from = (int) ((long) i * points.size() / MOST_POINTS);
            int to = (int) ((long) (i + 1) * points.size() / MOST_POINTS);
            thin.add(mean(points.subList(from, to)));
        }
        return new Curve(name, style, thin);
    }

    private static Point mean(List<Point> points) {
        return new Point(
                points.stream().mapToDouble(Point::x).average().orElseThrow(),
                points.stream().mapToDouble(Point::y).average().orElseThrow());
    }

    /** The line's moving mean over a twentieth of it to either side. */
    Curve smoothed() {
        int reach = points.size() / 20;
        List<Point> smooth = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            // At the ends the window loses a half: leaning a little is better than ending on one noisy value.
            int to = Math.min(points.size(), i + reach + 1);
            double mean = mean(points.subList(Math.max(0, i - reach), to)).y();
            smooth.add(new Point(points.get(i).x(), mean));
        }
        return new Curve(name, style, smooth);
    }
}
