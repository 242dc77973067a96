package io.github.scimult.training.event;

import io.github.scimult.core.storage.Json;
import io.github.scimult.training.dev.DevResult;
import io.github.scimult.training.merge.Alphas;
import io.github.scimult.training.merge.InterpolationResult;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes {@code run.jsonl}: one JSON object a line, with {@code event} start, step, dev, blend or end. A resumed run goes
 * on in the same file and repeats the steps since the last saved state; of two lines for one step the later one counts.
 */
public final class RunLog implements TrainingListener, AutoCloseable {

    private final BufferedWriter writer;

    public RunLog(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        writer = Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Override
    public void started(Map<String, Object> facts) {
        line("start", facts);
    }

    @Override
    public void step(Step step) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("step", step.step());
        fields.put("progress", step.progress());
        fields.put("loss", Map.of(step.source(), step.loss()));
        fields.put("rate", step.rate());
        fields.put("gradientNorm", step.gradientNorm());
        fields.put("tokensPerSecond", Math.round(step.tokens() / step.seconds()));
        fields.put("elapsedSeconds", step.elapsedSeconds());
        fields.put("remainingSeconds", step.remainingSeconds());
        line("step", fields);
    }

    @Override
    public void measured(Measurement measurement) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("step", measurement.step());
        fields.put("elapsedSeconds", measurement.elapsedSeconds());
        fields.put("mean", measurement.mean());
        fields.put("scores", scores(measurement.figures()));
        fields.put("best", measurement.best());
        line("dev", fields);
    }

    @Override
    public void blended(List<InterpolationResult> tried, Alphas chosen) {
        List<Map<String, Object>> shares = tried.stream()
                .map(one -> {
                    Map<String, Object> share = new LinkedHashMap<>();
                    share.put("share", one.share());
                    share.put("parts", one.parts());
                    share.put("mean", one.mean());
                    share.put("gain", one.gain());
                    share.put("scores", scores(one.figures()));
                    return share;
                })
                .toList();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("shares", shares);
        fields.put("chosen", chosen.whole());
        fields.put("chosenParts", chosen.parts());
        line("blend", fields);
    }

    @Override
    public void ended(long step, double elapsedSeconds, String reason) {
        line("end", Map.of("step", step, "elapsedSeconds", elapsedSeconds, "reason", reason));
    }

    private static List<Map<String, Object>> scores(List<DevResult> figures) {
        return figures.stream()
                .map(figure -> {
                    int slash = figure.source().lastIndexOf('/');
                    Map<String, Object> score = new LinkedHashMap<>();
                    score.put("collection", figure.source().substring(0, slash));
                    score.put("task", figure.taskName());
                    score.put("figure", figure.figure());
                    score.put("value", figure.value());
                    score.put("base", figure.base());
                    score.put("queries", figure.queries());
                    score.put("outside", figure.outside());
                    return score;
                })
                .toList();
    }

    private synchronized void line(String event, Map<String, Object> fields) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("event", event);
        all.putAll(fields);
        try {
            writer.write(Json.line(all));
            writer.newLine();
            writer.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException("the run's log cannot be written: " + failure.getMessage(), failure);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
