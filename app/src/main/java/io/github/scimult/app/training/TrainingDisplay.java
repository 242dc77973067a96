package io.github.scimult.app.training;

import io.github.scimult.app.terminal.Durations;
import io.github.scimult.app.terminal.ProgressLine;
import io.github.scimult.app.terminal.Style;
import io.github.scimult.training.dev.DevMean;
import io.github.scimult.training.dev.DevScore;
import io.github.scimult.training.event.Interpolation;
import io.github.scimult.training.event.TrainingEvent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Shows training to people: a live line, and a line that stays for everything that was evaluated or decided. */
final class TrainingDisplay implements Consumer<TrainingEvent> {
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
    public void accept(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.Started started -> started(started);
            case TrainingEvent.Tokenizing(String what, int done, int total) ->
                line.show("tokenizing %s: %,d of %,d".formatted(what, done, total));
            case TrainingEvent.Working(String what) -> line.show(what);
            case TrainingEvent.Note(String text) -> line.print(text);
            case TrainingEvent.Step step -> step(step);
            case TrainingEvent.Evaluated evaluated -> evaluated(evaluated);
            case TrainingEvent.Interpolated interpolated -> interpolated(interpolated);
            case TrainingEvent.Answered _ -> {}
            case TrainingEvent.Ended(long step, double elapsedSeconds, String reason) ->
                line.print("ended after %,d steps and %s: %s".formatted(step, Durations.of(elapsedSeconds), reason));
        }
    }

    private void started(TrainingEvent.Started started) {
        collections = started.collections().size();
        String begin = started.resumedAtStep() == 0
                ? "training "
                : "resuming from step %,d with ".formatted(started.resumedAtStep());
        line.print("%s%s (%,d parameters), seed %d"
                .formatted(begin, started.base(), started.parameters(), started.seed()));
    }

    private void step(TrainingEvent.Step step) {
        losses.merge(step.source(), step.loss(), (old, now) -> old + SMOOTHING * (now - old));
        double rate = step.tokensPerSecond();
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

    private void evaluated(TrainingEvent.Evaluated evaluated) {
        line.print(String.format(
                Locale.ROOT,
                "dev at step %,d (%s): %s%s",
                evaluated.step(),
                Durations.of(evaluated.elapsedSeconds()),
                mean(evaluated.mean(), evaluated.scores()),
                evaluated.best() ? ", the best so far" : ""));
        printScores(evaluated.scores());
    }

    private void interpolated(TrainingEvent.Interpolated interpolated) {
        for (Interpolation one : interpolated.tried()) {
            line.print("dev with %s: %s"
                    .formatted(alphas(one.alpha(), one.groupAlphas()), mean(one.mean(), one.scores())));
            printScores(one.scores());
        }
        line.print(
                interpolated.alpha() == 1 && interpolated.groupAlphas().isEmpty()
                        ? "kept: the fine-tuned weights as they are"
                        : "kept: " + alphas(interpolated.alpha(), interpolated.groupAlphas()));
    }

    private static String alphas(double alpha, Map<String, Double> groups) {
        return "α = "
                + String.format(Locale.ROOT, "%.3g", alpha)
                + groups.entrySet().stream()
                        .map(group -> String.format(Locale.ROOT, ", %s %.3g", group.getKey(), group.getValue()))
                        .collect(Collectors.joining());
    }

    /** The mean, and what its difference to the baseline is worth. */
    private static String mean(double mean, List<DevScore> scores) {
        return String.format(Locale.ROOT, "mean %.3f", mean)
                + DevMean.of(scores)
                        .map(compared -> String.format(
                                Locale.ROOT,
                                " (baseline %.3f, %+.3f%s)",
                                compared.baseline(),
                                compared.difference(),
                                compared.rose() || compared.fell() ? "" : ", within noise"))
                        .orElse("");
    }

    private void printScores(List<DevScore> scores) {
        String text = scores.stream()
                .map(score -> String.format(
                        Locale.ROOT,
                        "%s%s\u00a0%.3f\u00a0(baseline\u00a0%.3f)",
                        shortName(score.source()),
                        score.heldOut() ? "\u00a0(held\u00a0out)" : "",
                        score.value(),
                        score.baseline()))
                .collect(Collectors.joining(", "));
        line.print(style.wrapped(text, INDENT).replace('\u00a0', ' '));
    }

    /** Of one collection alone, the task says enough. */
    private String shortName(String source) {
        return collections > 1 ? source : source.substring(source.lastIndexOf('/') + 1);
    }
}
