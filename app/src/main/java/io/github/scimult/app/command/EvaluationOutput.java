package io.github.scimult.app.command;

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
    private static final int WIDTH = 110;

    private EvaluationOutput() {}

    /** @param folder where report.json and report.html go; null for nowhere */
    static void show(EvaluationReport report, Path folder) throws IOException {
        boolean styled = System.console() != null && System.console().isTerminal();
        System.out.println(new ReportTable(WIDTH, styled).render(report));
        if (folder != null) {
            ReportFile.write(folder.resolve("report.json"), report);
            AtomicFile.writeText(folder.resolve("report.html"), ReportPage.page(List.of(report)));
            System.out.println("written: " + folder.resolve("report.json") + ", report.html, runs/");
        }
    }
}
