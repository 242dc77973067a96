package io.github.scimult.app.report;

import io.github.scimult.training.dev.DevMean;
import io.github.scimult.training.dev.DevScore;
import io.github.scimult.training.event.Interpolation;
import io.github.scimult.training.event.RunHistory;
import io.github.scimult.training.event.TrainingEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What each interpolation of base and fine-tuned weights scores on dev, and which one was chosen. */
final class InterpolationSection {
    private static final String OF_GROUPS =
            "Then each parameter group tried the other coefficients, and took one that was better "
                    + "by more than a standard error.";

    private InterpolationSection() {}

    static String of(RunHistory run, Palette palette) {
        List<Interpolation> tried =
                run.interpolation().map(TrainingEvent.Interpolated::tried).orElse(List.of());
        if (tried.isEmpty()) {
            return "";
        }
        List<Interpolation> line =
                tried.stream().filter(one -> one.groupAlphas().isEmpty()).toList();
        List<String> tasks = tried.stream()
                .flatMap(one -> one.selecting().stream().map(DevScore::task))
                .distinct()
                .sorted()
                .toList();
        return """
                <section id="interpolation">
                <h2>Weight interpolation</h2>
                <p>(1 − α) · base + α · fine-tuned weights: what fine-tuning on a few collections takes from the model
                elsewhere, the base's part gives back. Upright line: the α chosen, the smallest whose gain on dev is within one
                standard error of the best.%s</p>
                <div class="charts two">%s%s</div>
                </section>
                """.formatted(
                        line.size() < tried.size() ? " " + OF_GROUPS : "",
                        chart(run, line, tasks, palette),
                        table(run, tried, tasks));
    }

    private static String chart(RunHistory run, List<Interpolation> line, List<String> tasks, Palette palette) {
        LineChart chart =
                new LineChart("Difference to the baseline", "dev mean of each task", "α").format(Numbers::difference);
        for (String task : tasks) {
            chart.curve(curve(task, palette.ofTask(task), line, one -> difference(one, task)));
        }
        if (tasks.size() > 1) {
            chart.curve(curve("all", "all", line, one -> difference(one, null)));
        }
        run.interpolation().ifPresent(all -> chart.mark(all.alpha()));
        return chart.html();
    }

    /** α = 0 is the base, evaluated or not. */
    private static Curve curve(
            String name, String style, List<Interpolation> line, ToDoubleFunction<Interpolation> difference) {
        List<Curve.Point> points = new ArrayList<>();
        if (line.getFirst().alpha() > 0 && Double.isFinite(difference.applyAsDouble(line.getFirst()))) {
            points.add(new Curve.Point(0, 0));
        }
        line.forEach(one -> points.add(new Curve.Point(one.alpha(), difference.applyAsDouble(one))));
        return new Curve(name, style, points);
    }

    /** The mean difference to the baseline over a task's scores, or over all if the task is null. */
    private static double difference(Interpolation one, String task) {
        return DevMean.of(ofTask(one, task)).map(DevMean::difference).orElse(Double.NaN);
    }

    private static List<DevScore> ofTask(Interpolation one, String task) {
        return one.selecting().stream()
                .filter(score -> task == null || score.task().equals(task))
                .toList();
    }

    private static String table(RunHistory run, List<Interpolation> tried, List<String> tasks) {
        TrainingEvent.Interpolated all = run.interpolation().orElseThrow();
        Interpolation first = tried.getFirst();
        String baseline = DevMean.of(first.scores()).isEmpty() || first.alpha() == 0
                ? ""
                : "<tr><td>baseline</td>%s%s</tr>\n"
                        .formatted(
                                Markup.each(tasks, task -> cell(baseline(ofTask(first, task)))),
                                cell(baseline(first.selecting())));
        return """
                <div class="wide"><table><thead><tr><th>α</th>%s<th class="number">all</th></tr></thead>
                <tbody>%s%s</tbody></table></div>
                """.formatted(
                        Markup.each(tasks, task -> "<th class=\"number\">%s</th>".formatted(Markup.text(task))),
                        baseline,
                        Markup.each(tried, one -> row(one, tasks, all.isChosen(one))));
    }

    private static String row(Interpolation one, List<String> tasks, boolean chosen) {
        return "<tr%s><td>%s</td>%s%s</tr>\n"
                .formatted(
                        chosen ? " class=\"chosen\"" : "",
                        name(one) + (chosen ? " ✓" : ""),
                        Markup.each(tasks, task -> cell(mean(ofTask(one, task)))),
                        cell(one.mean()));
    }

    private static String name(Interpolation one) {
        StringBuilder name = new StringBuilder(number(one.alpha()));
        one.groupAlphas()
                .forEach((group, own) ->
                        name.append(", ").append(Markup.text(group)).append(' ').append(number(own)));
        return name.toString();
    }

    private static String number(double alpha) {
        return String.format(Locale.ROOT, "%.3g", alpha).replaceFirst("\\.?0+$", "");
    }

    private static String cell(double value) {
        return "<td class=\"number\">%s</td>".formatted(Numbers.score(value));
    }

    private static double mean(List<DevScore> scores) {
        return scores.stream().mapToDouble(DevScore::value).average().orElse(Double.NaN);
    }

    private static double baseline(List<DevScore> scores) {
        return DevMean.of(scores).map(DevMean::baseline).orElse(Double.NaN);
    }
}
