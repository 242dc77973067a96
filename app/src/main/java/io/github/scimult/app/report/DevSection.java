package io.github.scimult.app.report;

import io.github.scimult.core.html.Markup;
import io.github.scimult.training.dev.DevScore;
import io.github.scimult.training.event.RunHistory;
import java.util.Comparator;
import java.util.List;

/** Each dev score while training, the baseline as a dashed line. */
final class DevSection {

    private DevSection() {}

    /** What a curve shows. */
    private record Kind(String collection, String task, String metric) {
        static Kind of(DevScore score) {
            return new Kind(score.collection(), score.task(), score.metric());
        }

        boolean isOf(DevScore score) {
            return of(score).equals(this);
        }
    }

    static String of(RunHistory run, Palette palette) {
        List<Kind> kinds = run.evaluations().stream()
                .flatMap(dev -> dev.scores().stream())
                .map(Kind::of)
                .distinct()
                .sorted(Comparator.comparing(Kind::task))
                .toList();
        if (run.evaluations().size() < 2 || kinds.isEmpty()) {
            return "";
        }
        return """
                <section id="dev">
                <h2>On dev while training</h2>
                <p>Dashed: the baseline, the untrained base model. Upright line: the step whose weights were kept.</p>
                <div class="charts">%s</div>
                </section>
                """.formatted(Markup.each(kinds, kind -> chart(run, kind, palette)));
    }

    private static String chart(RunHistory run, Kind kind, Palette palette) {
        List<Curve.Point> points = run.evaluations().stream()
                .flatMap(dev -> dev.scores().stream()
                        .filter(kind::isOf)
                        .map(score -> new Curve.Point(dev.step(), score.value())))
                .toList();
        LineChart chart = new LineChart(kind.collection() + " · " + kind.task(), kind.metric(), "step")
                .curve(new Curve("trained", palette.ofCollection(kind.collection()), points));
        run.evaluations().stream()
                .flatMap(dev -> dev.scores().stream())
                .filter(score -> kind.isOf(score) && score.hasBaseline())
                .findFirst()
                .ifPresent(score -> chart.level(score.baseline()));
        run.best().ifPresent(best -> chart.mark(best.step()));
        return chart.html();
    }
}
