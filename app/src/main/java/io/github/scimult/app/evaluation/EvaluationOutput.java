package io.github.scimult.app.evaluation;

import io.github.scimult.app.terminal.Style;
import io.github.scimult.core.storage.AtomicFile;
import io.github.scimult.evaluation.EvaluationReport;
import io.github.scimult.evaluation.report.EvaluationPage;
import io.github.scimult.evaluation.report.ReportFile;
import io.github.scimult.evaluation.report.ReportTable;
import java.io.IOException;
import java.nio.file.Path;

/** A report on the terminal and in files. */
public final class EvaluationOutput {
    private EvaluationOutput() {}

    /** @param folder where report.json and report.html go; null for nowhere */
    public static void show(EvaluationReport report, Path folder) throws IOException {
        Style style = Style.ofStandardOutput();
        System.out.println(new ReportTable(style.width(), style.coloured()).render(report));
        if (folder != null) {
            write(report, folder);
            System.out.println("written: " + folder.resolve("report.json") + ", report.html, runs/");
        }
    }

    public static void write(EvaluationReport report, Path folder) throws IOException {
        ReportFile.write(folder.resolve("report.json"), report);
        AtomicFile.writeText(folder.resolve("report.html"), EvaluationPage.page(report));
    }
}
