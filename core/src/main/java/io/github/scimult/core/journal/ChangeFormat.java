package io.github.scimult.core.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.feedback.Verdict;
import io.github.scimult.core.feedback.VerdictFormat;
import io.github.scimult.core.record.CollectionRecord;
import io.github.scimult.core.record.RecordLine;
import io.github.scimult.core.record.RecordWriter;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Change sets as lines of JSON:
 *
 * <pre>
 * {"n": 7, "time": "2026-03-01T09:30:00Z", "changes": [
 *     {"put": "paper", "record": {"_id": …}}, {"put": "label", "record": {…}},
 *     {"delete": "paper", "id": …}, {"delete": "label", "id": …}, {"merge": "label", "id": …, "into": …},
 *     {"judge": "label", "paper": …, "label": …, "as": "assigned"},
 *     {"feedback": {"task": …, "query": …, "answer": …, "useful": true}}]}
 * </pre>
 */
final class ChangeFormat {
    private static final String PAPER = "paper";
    private static final String LABEL = "label";

    private ChangeFormat() {}

    /** A line, with its end. */
    static byte[] line(ChangeSet set) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = RecordWriter.into(bytes)) {
            json.writeStartObject();
            json.writeNumberField("n", set.number());
            json.writeStringField("time", set.time());
            json.writeArrayFieldStart("changes");
            for (Change change : set.changes()) {
                json.writeStartObject();
                write(json, change);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Change change) throws IOException {
        switch (change) {
            case Change.PutPaper put -> writeRecord(json, PAPER, put.paper());
            case Change.PutLabel put -> writeRecord(json, LABEL, put.label());
            case Change.DeletePaper deletion -> writeTexts(json, "delete", PAPER, "id", deletion.id());
            case Change.DeleteLabel deletion -> writeTexts(json, "delete", LABEL, "id", deletion.id());
            case Change.MergeLabel merge -> writeTexts(json, "merge", LABEL, "id", merge.id(), "into", merge.into());
            case Change.JudgeLabel judged ->
                writeTexts(
                        json,
                        "judge",
                        LABEL,
                        PAPER,
                        judged.paper(),
                        LABEL,
                        judged.label(),
                        "as",
                        judged.decision().lowerCaseName());
            case Change.GiveFeedback given -> {
                json.writeFieldName("feedback");
                json.writeRawValue(Json.line(VerdictFormat.write(given.verdict())));
            }
        }
    }

    private static void writeRecord(JsonGenerator json, String kind, CollectionRecord record) throws IOException {
        json.writeStringField("put", kind);
        json.writeFieldName("record");
        json.writeRawValue(RecordWriter.line(record));
    }

    private static void writeTexts(JsonGenerator json, String... namesAndValues) throws IOException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            json.writeStringField(namesAndValues[i], namesAndValues[i + 1]);
        }
    }

    /**
     * Reads a line.
     *
     * @param bytes of a line, with or without its end
     * @throws BadDataException if it is none of a journal's, with what was expected
     */
    static ChangeSet read(byte[] bytes) {
        try {
            JsonNode json = Json.MAPPER.readTree(new String(bytes, StandardCharsets.UTF_8));
            if (!json.path("n").isIntegralNumber() || !json.path("changes").isArray()) {
                throw new BadDataException("a line of a journal has \"n\" and \"changes\"");
            }
            List<Change> changes = new ArrayList<>();
            for (JsonNode change : json.path("changes")) {
                changes.add(change(change));
            }
            return new ChangeSet(json.path("n").longValue(), json.path("time").asText(), changes);
        } catch (JsonProcessingException | IllegalArgumentException wrong) {
            throw new BadDataException(wrong.getMessage(), wrong);
        }
    }

    private static Change change(JsonNode json) {
        String kind = json.properties().iterator().next().getKey();
        String of = json.path(kind).asText();
        return switch (kind + " " + (kind.equals("feedback") ? "" : of)) {
            case "put paper" -> new Change.PutPaper(RecordLine.paper(Json.line(json.path("record"))));
            case "put label" -> new Change.PutLabel(RecordLine.label(Json.line(json.path("record"))));
            case "delete paper" -> new Change.DeletePaper(text(json, "id"));
            case "delete label" -> new Change.DeleteLabel(text(json, "id"));
            case "merge label" -> new Change.MergeLabel(text(json, "id"), text(json, "into"));
            case "judge label" ->
                new Change.JudgeLabel(
                        text(json, PAPER),
                        text(json, LABEL),
                        LabelDecision.valueOf(text(json, "as").toUpperCase(Locale.ROOT)));
            case "feedback " -> new Change.GiveFeedback(verdict(json.path("feedback")));
            default -> throw new BadDataException("a change that this version does not know: " + kind + " " + of);
        };
    }

    private static Verdict verdict(JsonNode json) {
        return VerdictFormat.read(json);
    }

    private static String text(JsonNode json, String name) {
        if (!json.path(name).isTextual()) {
            throw new BadDataException("a change without \"" + name + "\": " + json);
        }
        return json.path(name).asText();
    }
}
