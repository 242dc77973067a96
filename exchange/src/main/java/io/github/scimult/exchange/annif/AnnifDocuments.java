package io.github.scimult.exchange.annif;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.storage.Json;
import io.github.scimult.exchange.source.FilesOf;
import io.github.scimult.exchange.source.SourceLines;
import io.github.scimult.exchange.source.SourceText;
import io.github.scimult.exchange.source.TableRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads files of documents from front to end. */
public final class AnnifDocuments {
    private static final String ID = "document_id";
    private static final String TEXT = "text";
    private static final String URIS = "subject_uris";

    private final Path file;
    private final Taker taker;

    /** Takes what a file has. */
    public interface Taker {
        /** A document. */
        void take(AnnifDocument document) throws IOException;

        /** What is no document, with its line. */
        void bad(long line, String problem) throws IOException;

        /** Something odd that cost no document. */
        void note(long line, String remark) throws IOException;
    }

    private AnnifDocuments(Path file, Taker taker) {
        this.file = file;
        this.taker = taker;
    }

    /** Reads a file of any layout, seen by its name. */
    public static void read(Path file, Taker taker) throws IOException {
        AnnifDocuments documents = new AnnifDocuments(file, taker);
        String name = FilesOf.plainName(file);
        if (name.endsWith(".jsonl")) {
            documents.jsonLines();
        } else if (name.endsWith(".json")) {
            documents.json(1, documents.text(file));
        } else if (name.endsWith(".csv")) {
            documents.table();
        } else if (name.endsWith(".txt")) {
            documents.fullText();
        } else {
            documents.lines();
        }
    }

    private String text(Path of) throws IOException {
        SourceText source = SourceText.read(of);
        if (!source.foreignLines().isEmpty()) {
            taker.note(source.foreignLines().getFirst(), source.foreignLinesRemark());
        }
        return source.text();
    }

    /** What a line is read as. */
    private interface LineReader {
        void read(long line, String text) throws IOException;
    }

    private void eachLine(LineReader reader) throws IOException {
        try (SourceLines lines = SourceLines.open(file)) {
            for (Optional<SourceLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                if (!line.get().isReadable()) {
                    taker.bad(line.get().number(), line.get().defect());
                } else if (!line.get().text().isBlank()) {
                    reader.read(line.get().number(), line.get().text());
                }
            }
        }
    }

    private void lines() throws IOException {
        eachLine((line, text) -> {
            int tab = text.indexOf('\t');
            if (tab < 0) {
                taker.bad(line, "there is no tab between a text and the URIs of its subjects");
            } else {
                List<AnnifDocument.Subject> subjects = AnnifDocument.ofUris(text.substring(tab + 1));
                taker.take(new AnnifDocument(line, "", text.substring(0, tab), Map.of(), subjects));
            }
        });
    }

    private void jsonLines() throws IOException {
        eachLine(this::json);
    }

    private void json(long line, String text) throws IOException {
        JsonNode node = node(text);
        if (node == null || !node.isObject() || !(node.has(TEXT) || node.has("metadata"))) {
            taker.bad(
                    line,
                    "expected a JSON object with 'text', or 'metadata', and perhaps 'document_id' and 'subjects'");
            return;
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        node.path("metadata")
                .properties()
                .forEach(field -> metadata.put(field.getKey(), field.getValue().asText()));
        String id = node.path(ID).asText("");
        taker.take(new AnnifDocument(
                line,
                id.isEmpty() && FilesOf.plainName(file).endsWith(".json") ? AnnifFiles.stem(file) : id,
                node.path(TEXT).asText(""),
                metadata,
                AnnifDocument.ofJson(node.path("subjects"))));
    }

    private static JsonNode node(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private void table() throws IOException {
        TableRows rows = new TableRows(text(file));
        Optional<TableRows.Row> head = rows.next();
        if (head.isEmpty()) {
            return;
        }
        List<String> names = head.get().fields().stream().map(String::strip).toList();
        if (!names.contains(TEXT)) {
            taker.bad(
                    head.get().line(),
                    "none of the names in the first line is 'text' (nor is it that of a vocabulary,"
                            + " with 'uri' and 'label_en' or another language)");
            return;
        }
        for (Optional<TableRows.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
            row(row.get(), names);
        }
    }

    private void row(TableRows.Row row, List<String> names) throws IOException {
        Optional<String> defect = row.defect(names.size());
        if (defect.isPresent()) {
            taker.bad(row.line(), defect.get());
            return;
        }
        List<String> fields = row.fields();
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (!fields.get(i).isBlank()) {
                values.put(names.get(i), fields.get(i).strip());
            }
        }
        List<AnnifDocument.Subject> subjects = AnnifDocument.ofUris(values.getOrDefault(URIS, ""));
        String id = values.getOrDefault(ID, "");
        String text = values.getOrDefault(TEXT, "");
        values.keySet().removeAll(List.of(ID, TEXT, URIS));
        taker.take(new AnnifDocument(row.line(), id, text, values, subjects));
    }

    /** A text of its own file, with a file of subjects beside it. */
    private void fullText() throws IOException {
        Optional<Path> subjects = AnnifFiles.beside(file, ".tsv").or(() -> AnnifFiles.beside(file, ".key"));
        List<AnnifDocument.Subject> assigned =
                subjects.isPresent() ? AnnifDocument.ofLines(text(subjects.get())) : List.of();
        taker.take(new AnnifDocument(1, AnnifFiles.stem(file), text(file), Map.of(), assigned));
    }
}
