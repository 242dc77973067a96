package io.github.scimult.app.report;

import io.github.scimult.core.html.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** A chart of lines as HTML with an SVG picture; colours come from the page's style sheet. */
final class LineChart {
    private final String title;
    private final String note;
    private final String below;
    private final List<Curve> curves = new ArrayList<>();
    private final List<ChartPicture.Label> ends = new ArrayList<>();
    private OptionalDouble level = OptionalDouble.empty();
    private OptionalDouble marked = OptionalDouble.empty();
    private boolean fromZero;
    private DoubleFunction<String> format = Numbers::score;

    /**
     * An empty chart.
     *
     * @param title what is drawn
     * @param note what the title leaves out, such as a unit
     * @param below what runs along the lower axis
     */
    LineChart(String title, String note, String below) {
        this.title = title;
        this.note = note;
        this.below = below;
    }

    /** Adds a line that stands back: no word on it in the legend nor at its end. */
    LineChart background(Curve curve) {
        curves.add(new Curve(curve.name(), curve.style() + " " + ChartPicture.FAINT, curve.points()));
        return this;
    }

    /** Adds a line whose last value is written at its end. */
    LineChart curve(Curve curve) {
        curves.add(curve);
        if (!curve.points().isEmpty()) {
            ends.add(new ChartPicture.Label(curve.points().getLast().y(), curve.style()));
        }
        return this;
    }

    /** Adds a dashed level line over the whole width. */
    LineChart level(double value) {
        level = OptionalDouble.of(value);
        ends.add(new ChartPicture.Label(value, "level"));
        return this;
    }

    /** Adds a vertical line. */
    LineChart mark(double x) {
        marked = OptionalDouble.of(x);
        return this;
    }

    /** Has the left axis begin at zero. */
    LineChart fromZero() {
        fromZero = true;
        return this;
    }

    /** How values are written at the lines' ends. */
    LineChart format(DoubleFunction<String> valueFormat) {
        format = valueFormat;
        return this;
    }

    String html() {
        List<Curve> drawn = curves.stream().map(Curve::thinned).toList();
        DoubleStream values = DoubleStream.concat(points().mapToDouble(Curve.Point::y), level.stream());
        Axis across = ChartPicture.across(points().mapToDouble(Curve.Point::x));
        Axis up = ChartPicture.up(values, fromZero);
        String picture = new ChartPicture(across, up, below, format).svg(summary(), drawn, level, marked, ends);
        return "<figure><figcaption><b>%s</b> <span>%s</span>%s</figcaption>%s</figure>\n"
                .formatted(Markup.text(title), Markup.text(note), legend(), picture);
    }

    private Stream<Curve.Point> points() {
        return curves.stream().flatMap(curve -> curve.points().stream());
    }

    private List<Curve> named() {
        return curves.stream()
                .filter(curve -> !curve.points().isEmpty() && !ChartPicture.isFaint(curve))
                .toList();
    }

    /** The text for a person who does not see the picture. */
    private String summary() {
        return named().stream()
                .map(curve -> "%s from %s to %s"
                        .formatted(
                                curve.name(),
                                format.apply(curve.points().getFirst().y()),
                                format.apply(curve.points().getLast().y())))
                .collect(Collectors.joining("; ", title + ", " + note + ": ", "."));
    }

    private String legend() {
        if (named().size() < 2) {
            return "";
        }
        return "<ul class=\"legend\">"
                + Markup.each(
                        named(),
                        curve -> "<li class=\"%s\">%s</li>".formatted(curve.style(), Markup.text(curve.name())))
                + "</ul>";
    }
}
