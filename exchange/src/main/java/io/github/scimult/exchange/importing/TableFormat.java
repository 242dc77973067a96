package io.github.scimult.exchange.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.storage.Json;
import io.github.scimult.exchange.source.FilesOf;
import io.github.scimult.exchange.source.SourceText;
import io.github.scimult.exchange.source.TableRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tables with a line of names above: one paper a row. */
final class TableFormat implements ImportFormat {
    private static final List<String> ENDINGS = List.of(".csv", ".tsv", ".tab");

    @Override
    public String name() {
        return "table";
    }

    @Override
    public String explanation() {
        return "--in is a file of values between commas, semicolons or tabs, with names such as Title, Abstract, Authors, Year, DOI and "
                + "Keywords in its first line, or a folder of files .csv, .tsv; keywords become labels.";
    }

    @Override
    public String source() {
        return "Scopus, Dimensions, Rayyan, ASReview, spreadsheets";
    }

    @Override
    public boolean leavesBadOut() {
        return true;
    }

    @Override
    public void read(Path in, CollectionImport into) throws IOException {
        for (Path file : FilesOf.all(List.of(in), ENDINGS)) {
            table(file, into);
        }
    }

    private static void table(Path file, CollectionImport into) throws IOException {
        SourceText source = SourceText.read(file);
        if (!source.foreignLines().isEmpty()) {
            into.note(new ImportLine(file, source.foreignLines().getFirst()), source.foreignLinesRemark());
        }
        TableRows rows = new TableRows(source.text());
        Optional<TableRows.Row> head = rows.next();
        if (head.isEmpty()) {
            return;
        }
        List<String> names =
                head.get().fields().stream().map(TableFormat::fieldName).toList();
        if (!names.contains("title")) {
            into.bad(new ImportLine(file, head.get().line()), "none of the names in the first line is 'title'");
            return;
        }
        for (Optional<TableRows.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
            row(new ImportLine(file, row.get().line()), row.get(), names, into);
        }
    }

    private static void row(ImportLine at, TableRows.Row row, List<String> names, CollectionImport into)
            throws IOException {
        Optional<String> defect = row.defect(names.size());
        if (defect.isPresent()) {
            into.bad(at, defect.get());
            return;
        }
        List<String> fields = row.fields();
        ObjectNode node = Json.MAPPER.createObjectNode();
        for (int i = 0; i < fields.size(); i++) {
            if (!fields.get(i).isBlank() && !names.get(i).isEmpty()) {
                node.put(names.get(i), fields.get(i).strip());
            }
        }
        PaperFields paper = new PaperFields(node);
        Paper read = paper.paper("row-" + at.line());
        if (read.title().isEmpty()) {
            into.bad(at, "this row has no title");
            return;
        }
        paper.addTo(at, read, into);
    }

    /** Names as JSON has them: {@code Source title} is {@code source_title}. */
    private static String fieldName(String head) {
        return head.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_|_$", "");
    }
}
