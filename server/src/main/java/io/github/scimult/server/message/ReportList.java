package io.github.scimult.server.message;

import java.util.List;

/** Reports that can be read as pages. */
public record ReportList(List<Report> reports) {

    /** A report at {@code /reports/NAME}. */
    public record Report(String name, String title) {}
}
