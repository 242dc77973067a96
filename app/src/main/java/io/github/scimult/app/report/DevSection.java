package io.github.scimult.app.report;

import io.github.scimult.training.dev.DevScore;
import io.github.scimult.training.event.RunHistory;
import java.util.Comparator;
import java.util.List;

/** Each dev score while training, the baseline as a dashed line. */
final class DevSection {

    private DevSection() {}

    static String of(RunHistory run, Palette palette) {
        List<DevScore> kinds = run.evaluations().stream()
                .flatMap(dev -> dev.scores().stream())
                .map(score -> new DevScore(
                        score.collection(), score.task(), score.metric(), 0, Double.NaN, 0, 0, score.heldOut()))
                .distinct()
                .sorted(Comparator.comparing(DevScore::task))
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

    private static String chart(RunHistory run, DevScore kind, Palette palette) {
        List<Curve.Point> points = run.evaluations().stream()
                .flatMap(dev -> dev.scores().stream()
                        .filter(kind::measuresTheSameAs)
                        .map(score -> new Curve.Point(dev.step(), score.value())))
                .toList();
        LineChart chart = new LineChart(kind.collection() + " · " + kind.task(), kind.metric(), "step")
                .curve(new Curve("trained", palette.ofCollection(kind.collection()), points));
        run.evaluations().stream()
                .flatMap(dev -> dev.scores().stream())
                .filter(score -> kind.measuresTheSameAs(score) && score.hasBaseline())
                .findFirst()
                .ifPresent(score -> chart.level(score.baseline()));
        run.best().ifPresent(best -> chart.mark(best.step()));
        return chart.html();
    }
}
