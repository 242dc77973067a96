package io.github.scimult.training.event;

import io.github.scimult.core.storage.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * Writes {@code run.jsonl}: the run's events, one JSON object a line, each with its kind in the field {@code event}. A resumed run
 * continues the same file and repeats the steps since the last checkpoint; of two lines for one step the later one counts.
 *
 * <p>The file is opened at the first line: a run that is refused before it starts leaves no folder behind.
 */
public final class RunLog implements Consumer<TrainingEvent>, AutoCloseable {
    private final Path file;
    private BufferedWriter writer;

    public RunLog(Path file) {
        this.file = file;
    }

    /** Writes a line for an event that belongs into the log; those before the run has started are passed over. */
    @Override
    public synchronized void accept(TrainingEvent event) {
        boolean begins = event instanceof TrainingEvent.Started || event instanceof TrainingEvent.Answered;
        if (!event.isLogged() || (writer == null && !begins)) {
            return;
        }
        try {
            if (writer == null) {
                open();
            }
            writer.write(Json.line(event));
            writer.newLine();
            writer.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException("the run's log cannot be written: " + failure.getMessage(), failure);
        }
    }

    private void open() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        writer = Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Override
    public synchronized void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
