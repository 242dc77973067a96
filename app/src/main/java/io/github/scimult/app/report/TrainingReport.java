package io.github.scimult.app.report;

import io.github.scimult.core.storage.AtomicFile;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.training.event.RunLogReader;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes a training run's report: {@code report.html}, one file that shows itself in any browser, light and dark, without
 * loading anything. Works for a run that is still going on or was cut off, too.
 */
public final class TrainingReport {

    private TrainingReport() {}

    /** Where a model's report lies, whether it is there or not. */
    public static Path of(Path modelFolder) {
        return modelFolder.resolve("report.html");
    }

    /**
     * Writes the report of a model, {@code report.html} in its folder, from {@code training/run.jsonl} there.
     *
     * @return the report's path
     * @throws BadDataException if the log is missing or is not one
     */
    public static Path write(Path modelFolder) throws IOException {
        Path report = of(modelFolder);
        write(modelFolder.resolve("training").resolve("run.jsonl"), report);
        return report;
    }

    /**
     * Writes the report of a log to any place.
     *
     * @throws BadDataException if the log is missing or is not one
     */
    public static void write(Path runLog, Path report) throws IOException {
        AtomicFile.writeText(report, ReportPage.html(RunLogReader.read(runLog)));
    }
}
