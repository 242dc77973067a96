package io.github.scimult.app.report;

import io.github.scimult.training.event.RunHistory;
import io.github.scimult.training.event.TrainingEvent;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Learning rate, gradient and speed over the run. */
final class PaceSection {

    private PaceSection() {}

    static String of(RunHistory run) {
        if (run.steps().isEmpty()) {
            return "";
        }
        return """
                <section id="course">
                <h2>Course of the run</h2>
                <div class="charts">%s%s%s</div>
                </section>
                """.formatted(
                        new LineChart("Learning rate", "warm-up, then decay", "step")
                                .fromZero()
                                .format(Numbers::tiny)
                                .curve(curve(run, TrainingEvent.Step::learningRate))
                                .html(),
                        withMean(run, "Gradient", "norm before clipping", TrainingEvent.Step::gradientNorm)
                                .format(Numbers::loss)
                                .html(),
                        withMean(run, "Speed", "tokens a second", TrainingEvent.Step::tokensPerSecond)
                                .format(value -> Numbers.count(Math.round(value)))
                                .html());
    }

    private static LineChart withMean(
            RunHistory run, String title, String note, ToDoubleFunction<TrainingEvent.Step> value) {
        Curve curve = curve(run, value);
        return new LineChart(title, note, "step").fromZero().background(curve).curve(curve.smoothed());
    }

    private static Curve curve(RunHistory run, ToDoubleFunction<TrainingEvent.Step> value) {
        List<Curve.Point> points = run.steps().stream()
                .map(step -> new Curve.Point(step.step(), value.applyAsDouble(step)))
                .toList();
        return new Curve("", "plain", points);
    }
}
