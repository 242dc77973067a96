package io.github.scimult.app.report;

import io.github.scimult.training.event.RunHistory;
import java.util.Comparator;
import java.util.List;

/** How each dev figure went while training, the base as a dashed line. */
final class DevSection {

    private DevSection() {}

    static String of(RunHistory run, Palette palette) {
        List<RunHistory.Score> kinds = run.measurements().stream()
                .flatMap(dev -> dev.scores().stream())
                .map(score -> new RunHistory.Score(
                        score.collection(), score.task(), score.figure(), 0, null, 0, score.outside()))
                .distinct()
                .sorted(Comparator.comparing(RunHistory.Score::task))
                .toList();
        if (run.measurements().size() < 2 || kinds.isEmpty()) {
            return "";
        }
        return """
                <section id="dev">
                <h2>On dev while training</h2>
                <p>Dashed: the untrained base. Upright line: the step whose weights were kept.</p>
                <div class="charts">%s</div>
                </section>
                """.formatted(Markup.each(kinds, kind -> chart(run, kind, palette)));
    }

    private static String chart(RunHistory run, RunHistory.Score kind, Palette palette) {
        List<Curve.Point> points = run.measurements().stream()
                .flatMap(dev -> dev.scores().stream()
                        .filter(kind::isOf)
                        .map(score -> new Curve.Point(dev.step(), score.value())))
                .toList();
        LineChart chart = new LineChart(kind.collection() + " · " + kind.task(), kind.figure(), "step")
                .curve(new Curve("trained", palette.ofCollection(kind.collection()), points));
        run.measurements().stream()
                .flatMap(dev -> dev.scores().stream())
                .filter(score -> kind.isOf(score) && score.base() != null)
                .findFirst()
                .ifPresent(score -> chart.level(score.base()));
        run.best().ifPresent(best -> chart.mark(best.step()));
        return chart.html();
    }
}
