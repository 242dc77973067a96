package io.github.scimult.training.event;

import io.github.scimult.training.dev.DevScore;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes steps and evaluations as TensorBoard's event files, one for each start of the run: {@code tensorboard --logdir
 * MODEL/training/tensorboard}, or any folder above several models to compare them.
 *
 * <p>Tags: {@code training/…} for loss, learning rate, gradient norm before clipping and tokens a second; {@code loss/COLLECTION/TASK}
 * for the steps of one source; {@code dev/…} for the mean gain and each task's metric. A resumed run says which steps it repeats, and
 * TensorBoard leaves out the earlier ones.
 */
public final class TensorBoardLog implements Consumer<TrainingEvent>, AutoCloseable {
    private final Path folder;
    private OutputStream file;

    /** @param folder for the files; made at the first event */
    public TensorBoardLog(Path folder) {
        this.folder = folder;
    }

    /** Writes what can be drawn over steps; everything before the run has started is passed over. */
    @Override
    public synchronized void accept(TrainingEvent event) {
        try {
            switch (event) {
                case TrainingEvent.Started started -> begin(started);
                case TrainingEvent.Step step -> write(step.step(), values(step));
                case TrainingEvent.Evaluated evaluated -> write(evaluated.step(), values(evaluated));
                default -> {
                    // nothing to draw
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("TensorBoard's log cannot be written: " + failure.getMessage(), failure);
        }
    }

    private void begin(TrainingEvent.Started started) throws IOException {
        if (file != null) {
            return; // a later stage goes on in the same file
        }
        Files.createDirectories(folder);
        file = create();
        file.write(EventRecords.version(now()));
        file.write(EventRecords.restart(now(), started.resumedAtStep() + 1));
    }

    /** Files are read in the order of their names. */
    private OutputStream create() throws IOException {
        for (int number = 0; ; number++) {
            try {
                return Files.newOutputStream(
                        folder.resolve("events.out.tfevents.%010d.%03d".formatted((long) now(), number)),
                        StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException _) {
                // the run was started twice within a second
            }
        }
    }

    private void write(long step, Map<String, Double> values) throws IOException {
        if (file != null) {
            file.write(EventRecords.scalars(now(), step, values));
        }
    }

    private static Map<String, Double> values(TrainingEvent.Step step) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("training/loss", step.loss());
        values.put("loss/" + step.source(), step.loss());
        values.put("training/learning rate", step.learningRate());
        values.put("training/gradient norm", step.gradientNorm());
        values.put("training/tokens per second", step.tokensPerSecond());
        return values;
    }

    private static Map<String, Double> values(TrainingEvent.Evaluated evaluated) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("dev/mean", evaluated.mean());
        for (DevScore score : evaluated.scores()) {
            values.put("dev/%s/%s %s".formatted(score.collection(), score.task(), score.metric()), score.value());
        }
        return values;
    }

    private static double now() {
        return System.currentTimeMillis() / 1000.0;
    }

    @Override
    public synchronized void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
