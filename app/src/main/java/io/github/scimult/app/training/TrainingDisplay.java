package io.github.scimult.app.training;

import io.github.scimult.app.terminal.Durations;
import io.github.scimult.app.terminal.ProgressLine;
import io.github.scimult.app.terminal.Style;
import io.github.scimult.training.dev.DevResult;
import io.github.scimult.training.event.TrainingListener;
import io.github.scimult.training.merge.Alphas;
import io.github.scimult.training.merge.InterpolationResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Shows training to people: a live line, and a line that stays for everything that was measured or decided. */
final class TrainingDisplay implements TrainingListener {
    private static final double SMOOTHING = 0.05;
    private static final String INDENT = "   ";

    private final ProgressLine line;
    private final Map<String, Double> losses = new TreeMap<>();
    private final Style style = Style.ofStandardOutput();
    private double tokensPerSecond;
    private int collections = 2;

    TrainingDisplay(ProgressLine line) {
        this.line = line;
    }

    @Override
    public void started(Map<String, Object> facts) {
        if (facts.get("collections") instanceof List<?> list) {
            collections = list.size();
        }
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
                        .map(entry ->
                                String.format(Locale.ROOT, "%s %.3f", shortName(entry.getKey()), entry.getValue()))
                        .collect(Collectors.joining(", ")),
                tokensPerSecond,
                Durations.of(step.remainingSeconds())));
    }

    @Override
    public void measured(Measurement measurement) {
        line.print(String.format(
                Locale.ROOT,
                "dev at step %,d (%s): mean %.3f%s",
                measurement.step(),
                Durations.of(measurement.elapsedSeconds()),
                measurement.mean(),
                measurement.best() ? ", the best so far" : ""));
        printFigures(measurement.figures());
    }

    @Override
    public void blended(List<InterpolationResult> tried, Alphas chosen) {
        for (InterpolationResult one : tried) {
            line.print(String.format(
                    Locale.ROOT,
                    "dev with %s: mean %.3f, gain on the base %+.1f %%",
                    one.shares().inWords(),
                    one.mean(),
                    100 * one.gain()));
            printFigures(one.figures());
        }
        line.print(
                chosen.isTrainedAlone()
                        ? "kept: the trained weights as they are"
                        : "kept: " + chosen.inWords() + ", the rest base");
    }

    private void printFigures(List<DevResult> figures) {
        String text = figures.stream()
                .map(figure -> String.format(
                        Locale.ROOT,
                        "%s%s\u00a0%.3f\u00a0(base\u00a0%.3f)",
                        shortName(figure.source()),
                        figure.outside() ? "\u00a0(not\u00a0trained\u00a0on)" : "",
                        figure.value(),
                        figure.base()))
                .collect(Collectors.joining(", "));
        line.print(style.wrapped(text, INDENT).replace('\u00a0', ' '));
    }

    /** Of one collection alone, the task says enough. */
    private String shortName(String source) {
        return collections > 1 ? source : source.substring(source.lastIndexOf('/') + 1);
    }

    @Override
    public void ended(long step, double elapsedSeconds, String reason) {
        line.print(String.format(
                Locale.ROOT, "ended after %,d steps and %s: %s", step, Durations.of(elapsedSeconds), reason));
    }
}
