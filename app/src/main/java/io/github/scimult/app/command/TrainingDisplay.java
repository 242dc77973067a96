package io.github.scimult.app.command;

import io.github.scimult.app.terminal.Durations;
import io.github.scimult.app.terminal.ProgressLine;
import io.github.scimult.model.train.TrainingListener;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Shows training to people: a live line, and a line that stays for everything that was measured or decided. */
final class TrainingDisplay implements TrainingListener {
    private static final double SMOOTHING = 0.05;

    private final ProgressLine line;
    private final Map<String, Double> losses = new TreeMap<>();
    private double tokensPerSecond;

    TrainingDisplay(ProgressLine line) {
        this.line = line;
    }

    @Override
    public void started(Map<String, Object> facts) {
        Object step = facts.get("resumedAtStep");
        String begin = step.equals(0L) ? "training " : "going on from step " + step + " with ";
        line.print("%s%s (%,d parameters), seed %s"
                .formatted(begin, facts.get("base"), (Long) facts.get("parameters"), facts.get("seed")));
    }

    @Override
    public void tokenising(String what, int done, int total) {
        line.show("tokenising %s: %,d of %,d".formatted(what, done, total));
    }

    @Override
    public void note(String text) {
        line.print(text);
    }

    @Override
    public void measuring(String what) {
        line.show("measuring on dev: " + what);
    }

    @Override
    public void step(Step step) {
        losses.merge(step.source(), step.loss(), (old, now) -> old + SMOOTHING * (now - old));
        double rate = step.tokens() / step.seconds();
        tokensPerSecond = tokensPerSecond == 0 ? rate : tokensPerSecond + SMOOTHING * (rate - tokensPerSecond);
        line.show(String.format(
                Locale.ROOT,
                "%3.0f %%  step %,d  loss %s  %,.0f tokens/s  %s left",
                100 * step.progress(),
                step.step(),
                losses.entrySet().stream()
                        .map(entry -> "%s %.3f".formatted(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(", ")),
                tokensPerSecond,
                Durations.of(step.remainingSeconds())));
    }

    @Override
    public void measured(Measurement measurement) {
        line.print(String.format(
                Locale.ROOT,
                "dev at step %,d (%s): mean %.4f%s   %s",
                measurement.step(),
                Durations.of(measurement.elapsedSeconds()),
                measurement.mean(),
                measurement.best() ? ", the best so far" : "",
                figures(measurement.figures())));
    }

    @Override
    public void blended(List<Blended> tried, double chosen) {
        for (Blended one : tried) {
            line.print(String.format(
                    Locale.ROOT,
                    "blend, %3.0f %% trained: mean %.4f   %s",
                    100 * one.share(),
                    one.mean(),
                    figures(one.figures())));
        }
        line.print(String.format(Locale.ROOT, "kept: %.0f %% trained, the rest base", 100 * chosen));
    }

    private static String figures(List<DevFigure> figures) {
        return figures.stream()
                .map(figure -> String.format(
                        Locale.ROOT, "%s %.3f (base %.3f)", figure.source(), figure.value(), figure.base()))
                .collect(Collectors.joining(", "));
    }

    @Override
    public void ended(long step, double elapsedSeconds, String reason) {
        line.print("ended after %,d steps and %s: %s".formatted(step, Durations.of(elapsedSeconds), reason));
    }
}
