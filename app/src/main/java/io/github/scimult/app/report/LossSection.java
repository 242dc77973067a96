package io.github.scimult.app.report;

import io.github.scimult.training.event.RunHistory;
import java.util.List;

/** The loss of each task, a line for each collection. */
final class LossSection {

    private LossSection() {}

    static String of(RunHistory run, Palette palette) {
        List<LossKey> keys = run.steps().stream()
                .map(step -> LossKey.of(step.source()))
                .distinct()
                .toList();
        if (keys.isEmpty()) {
            return "";
        }
        List<String> tasks =
                keys.stream().map(LossKey::task).distinct().sorted().toList();
        return """
                <section id="loss">
                <h2>Loss</h2>
                <p>Of the training pairs as they came; the strong line is the moving mean. Compare a line with its own past
                only: another task or collection has other candidates to tell apart.</p>
                <div class="charts">%s</div>
                </section>
                """.formatted(Markup.each(tasks, task -> chart(run, task, keys, palette)));
    }

    private static String chart(RunHistory run, String task, List<LossKey> keys, Palette palette) {
        LineChart chart = new LineChart(task, "loss", "step").fromZero().format(Numbers::loss);
        List<Curve> curves = keys.stream()
                .filter(key -> key.task().equals(task))
                .sorted((a, b) -> Integer.compare(
                        palette.collections().indexOf(a.collection()),
                        palette.collections().indexOf(b.collection())))
                .map(key -> curve(run, key, palette))
                .toList();
        curves.forEach(chart::background);
        curves.forEach(curve -> chart.curve(curve.smoothed()));
        return chart.html();
    }

    private static Curve curve(RunHistory run, LossKey key, Palette palette) {
        List<Curve.Point> points = run.steps().stream()
                .filter(step -> LossKey.of(step.source()).equals(key))
                .map(step -> new Curve.Point(step.step(), step.loss()))
                .toList();
        return new Curve(
                key.collection().isEmpty() ? key.task() : key.collection(),
                palette.ofCollection(key.collection()),
                points);
    }
}
