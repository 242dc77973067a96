package io.github.scimult.app.command;

import io.github.scimult.app.terminal.Style;
import io.github.scimult.core.eval.EvaluationReport;
import io.github.scimult.core.eval.report.ReportFile;
import io.github.scimult.core.eval.report.ReportPage;
import io.github.scimult.core.eval.report.ReportTable;
import io.github.scimult.core.storage.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A report on the terminal and in files. */
final class EvaluationOutput {
    private EvaluationOutput() {}

    /** @param folder where report.json and report.html go; null for nowhere */
    static void show(EvaluationReport report, Path folder) throws IOException {
        Style style = Style.ofStandardOutput();
        System.out.println(new ReportTable(style.width(), style.coloured()).render(report));
        if (folder != null) {
            write(report, folder);
            System.out.println("written: " + folder.resolve("report.json") + ", report.html, runs/");
        }
    }

    static void write(EvaluationReport report, Path folder) throws IOException {
        ReportFile.write(folder.resolve("report.json"), report);
        AtomicFile.writeText(folder.resolve("report.html"), ReportPage.page(List.of(report)));
    }
}
