package io.github.scimult.app.report;

import io.github.scimult.training.event.RunHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What each share of the trained weights brings over the base, and which one was chosen. */
final class BlendSection {
    private static final String OF_PARTS =
            "Then each part of the weights tried the other shares, and took one that was better "
                    + "by more than a standard error.";

    private BlendSection() {}

    static String of(RunHistory run, Palette palette) {
        List<RunHistory.Share> shares =
                run.blend().map(RunHistory.Blend::shares).orElse(List.of());
        if (shares.isEmpty()) {
            return "";
        }
        List<RunHistory.Share> line = run.blend().orElseThrow().onTheLine();
        List<String> tasks = shares.stream()
                .flatMap(share -> share.inside().stream().map(RunHistory.Score::task))
                .distinct()
                .sorted()
                .toList();
        return """
                <section id="blend">
                <h2>Blend</h2>
                <p>The straight line from the base's weights (share 0) to the trained ones (share 1): what training on a
                few collections takes from the model elsewhere, the base's share gives back. Upright line: the share chosen,
                the smallest whose gain on dev is within one standard error of the best.%s</p>
                <div class="charts two">%s%s</div>
                </section>
                """.formatted(
                        line.size() < shares.size() ? " " + OF_PARTS : "",
                        chart(run, line, tasks, palette),
                        table(run, shares, tasks));
    }

    private static String chart(RunHistory run, List<RunHistory.Share> shares, List<String> tasks, Palette palette) {
        LineChart chart = new LineChart(
                        "Change against the base", "dev mean of each task", "share of the trained weights")
                .format(Numbers::difference);
        for (String task : tasks) {
            chart.curve(curve(task, palette.ofTask(task), shares, share -> change(share, task)));
        }
        if (tasks.size() > 1) {
            chart.curve(curve("all", "all", shares, share -> change(share, null)));
        }
        run.blend().ifPresent(blend -> chart.mark(blend.chosen()));
        return chart.html();
    }

    /** Share 0 is the base, measured or not. */
    private static Curve curve(
            String name, String style, List<RunHistory.Share> shares, ToDoubleFunction<RunHistory.Share> change) {
        List<Curve.Point> points = new ArrayList<>();
        if (shares.getFirst().share() > 0 && Double.isFinite(change.applyAsDouble(shares.getFirst()))) {
            points.add(new Curve.Point(0, 0));
        }
        shares.forEach(share -> points.add(new Curve.Point(share.share(), change.applyAsDouble(share))));
        return new Curve(name, style, points);
    }

    /** The mean difference to the base over a task's figures, or over all if the task is null. */
    private static double change(RunHistory.Share share, String task) {
        return Gain.of(ofTask(share, task)).map(Gain::difference).orElse(Double.NaN);
    }

    private static List<RunHistory.Score> ofTask(RunHistory.Share share, String task) {
        return share.inside().stream()
                .filter(score -> task == null || score.task().equals(task))
                .toList();
    }

    private static String table(RunHistory run, List<RunHistory.Share> shares, List<String> tasks) {
        RunHistory.Blend blend = run.blend().orElseThrow();
        String base = Gain.of(shares.getFirst().scores()).isEmpty()
                        || shares.getFirst().share() == 0
                ? ""
                : "<tr><td>base</td>%s%s</tr>\n"
                        .formatted(
                                Markup.each(tasks, task -> cell(baseMean(ofTask(shares.getFirst(), task)))),
                                cell(baseMean(shares.getFirst().inside())));
        return """
                <div class="wide"><table><thead><tr><th>Share</th>%s<th class="number">all</th></tr></thead>
                <tbody>%s%s</tbody></table></div>
                """.formatted(
                        Markup.each(tasks, task -> "<th class=\"number\">%s</th>".formatted(Markup.text(task))),
                        base,
                        Markup.each(shares, share -> row(share, tasks, blend.isChosen(share))));
    }

    private static String row(RunHistory.Share share, List<String> tasks, boolean chosen) {
        return "<tr%s><td>%s</td>%s%s</tr>\n"
                .formatted(
                        chosen ? " class=\"chosen\"" : "",
                        name(share) + (chosen ? " ✓" : ""),
                        Markup.each(tasks, task -> cell(mean(ofTask(share, task)))),
                        cell(share.mean()));
    }

    private static String name(RunHistory.Share share) {
        StringBuilder name = new StringBuilder(number(share.share()));
        share.parts()
                .forEach((part, own) ->
                        name.append(", ").append(Markup.text(part)).append(' ').append(number(own)));
        return name.toString();
    }

    private static String number(double share) {
        return String.format(Locale.ROOT, "%.3g", share).replaceFirst("\\.?0+$", "");
    }

    private static String cell(double value) {
        return "<td class=\"number\">%s</td>".formatted(Numbers.figure(value));
    }

    private static double mean(List<RunHistory.Score> scores) {
        return scores.stream().mapToDouble(RunHistory.Score::value).average().orElse(Double.NaN);
    }

    private static double baseMean(List<RunHistory.Score> scores) {
        return Gain.of(scores).map(Gain::base).orElse(Double.NaN);
    }
}
