package io.github.scimult.app.report;

import io.github.scimult.core.html.Markup;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The SVG of a chart, small enough that its letters stay readable on a telephone.
 *
 * @param across lower axis
 * @param up left axis
 * @param below what runs along the lower axis
 * @param format how values are written
 */
record ChartPicture(Axis across, Axis up, String below, DoubleFunction<String> format) {
    /** CSS class of lines that stand back. */
    static final String FAINT = "faint";

    private static final int WIDTH = 360;
    private static final int HEIGHT = 210;
    private static final int LEFT = 44;
    private static final int RIGHT = WIDTH - 48;
    private static final int TOP = 12;
    private static final int BOTTOM = HEIGHT - 36;
    private static final int LETTER = 12;
    private static final int MOST_DOTS = 24;

    /** A value to be written at the right edge. */
    record Label(double value, String style) {}

    static Axis across(DoubleStream values) {
        return Axis.exact(values, LEFT, RIGHT);
    }

    static Axis up(DoubleStream values, boolean fromZero) {
        return Axis.rounded(values, fromZero, BOTTOM, TOP);
    }

    static boolean isFaint(Curve curve) {
        return curve.style().endsWith(FAINT);
    }

    String svg(String summary, List<Curve> curves, OptionalDouble level, OptionalDouble marked, List<Label> ends) {
        String dashed = level.isEmpty()
                ? ""
                : written("<path class=\"level\" d=\"M%.1f %.1fH%.1f\"/>", LEFT, up.at(level.getAsDouble()), RIGHT);
        String vertical = marked.isEmpty()
                ? ""
                : written(
                        "<path class=\"marked\" d=\"M%.1f %.1fV%.1f\"/>", across.at(marked.getAsDouble()), TOP, BOTTOM);
        return "<svg viewBox=\"0 0 %s %s\" role=\"img\" aria-label=\"%s\">"
                        .formatted(WIDTH, HEIGHT, Markup.text(summary))
                + Markup.each(up.marks(), this::row)
                + Markup.each(across.marks(), this::column)
                + "<text class=\"middle\" x=\"%s\" y=\"%s\">%s</text>"
                        .formatted((LEFT + RIGHT) / 2, HEIGHT - 4, Markup.text(below))
                + vertical
                + dashed
                + Markup.each(curves, this::line)
                + labels(ends)
                + "</svg>";
    }

    private String row(double mark) {
        String style = mark == 0 && up.least() < 0 ? "grid zero" : "grid";
        return written("<path class=\"%s\" d=\"M%.1f %.1fH%.1f\"/>", style, LEFT, up.at(mark), RIGHT)
                + written(
                        "<text class=\"end\" x=\"%.1f\" y=\"%.1f\">%s</text>",
                        LEFT - 6, up.at(mark) + 4, up.label(mark));
    }

    private String column(double mark) {
        double x = across.at(mark);
        return written("<path class=\"grid\" d=\"M%.1f %.1fv4\"/>", x, BOTTOM)
                + written("<text class=\"middle\" x=\"%.1f\" y=\"%.1f\">%s</text>", x, BOTTOM + 16, across.label(mark));
    }

    private String line(Curve curve) {
        String corners = curve.points().stream()
                .map(point -> written("%.1f %.1f", across.at(point.x()), up.at(point.y())))
                .collect(Collectors.joining("L", "M", ""));
        boolean dots = curve.points().size() <= MOST_DOTS && !isFaint(curve);
        return (curve.points().size() < 2 ? "" : "<path class=\"line %s\" d=\"%s\"/>".formatted(curve.style(), corners))
                + (dots ? Markup.each(curve.points(), point -> dot(curve, point)) : "");
    }

    /** A dot that tells its value to the mouse. */
    private String dot(Curve curve, Curve.Point point) {
        String x = point.x() == Math.rint(point.x()) ? Numbers.count((long) point.x()) : String.valueOf(point.x());
        return written(
                "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\"><title>%s, %s %s: %s</title></circle>",
                curve.style(),
                across.at(point.x()),
                up.at(point.y()),
                Markup.text(curve.name()),
                Markup.text(below),
                x,
                format.apply(point.y()));
    }

    /** The values at the lines' ends, moved apart where they would cover each other. */
    private String labels(List<Label> ends) {
        StringBuilder labels = new StringBuilder();
        double y = Double.NEGATIVE_INFINITY;
        for (Label label : ends.stream()
                .sorted(Comparator.comparingDouble(Label::value).reversed())
                .toList()) {
            y = Math.max(y + LETTER, up.at(label.value()) + 4);
            labels.append(written(
                    "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
                    label.style(), RIGHT + 6, y, format.apply(label.value())));
        }
        return labels.toString();
    }

    /** Formats coordinates with a decimal point in every country; whole numbers may be given for decimals. */
    private static String written(String format, Object... values) {
        Object[] decimals = Stream.of(values)
                .map(value -> value instanceof Integer whole ? (Object) whole.doubleValue() : value)
                .toArray();
        return String.format(Locale.ROOT, format, decimals);
    }
}
