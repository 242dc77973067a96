package io.github.scimult.core.record;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.github.scimult.core.storage.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes records as lines of JSON; the inverse of the formats that read them. Optional fields that are empty are left out. */
public final class RecordWriter {
    private static final JsonFactory FACTORY = Json.MAPPER.getFactory();

    private RecordWriter() {}

    /** A generator that sets nothing between one record and the next; the line ends are ours. */
    public static JsonGenerator into(OutputStream out) throws IOException {
        JsonGenerator json = FACTORY.createGenerator(out, JsonEncoding.UTF8);
        json.setPrettyPrinter(new MinimalPrettyPrinter(""));
        return json;
    }

    public static void write(JsonGenerator json, CollectionRecord record) throws IOException {
        json.writeStartObject();
        json.writeStringField("_id", record.id());
        switch (record) {
            case Paper paper -> writePaper(json, paper);
            case Label label -> writeLabel(json, label);
            case Query query -> json.writeStringField("text", query.text());
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    /** A record as one line of JSON, without a line end. */
    public static String line(CollectionRecord record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = into(bytes)) {
            write(json, record);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    private static void writePaper(JsonGenerator json, Paper paper) throws IOException {
        json.writeStringField("title", paper.title());
        json.writeStringField("text", paper.text());
        PaperMetadata metadata = paper.metadata();
        if (metadata.equals(PaperMetadata.NONE)) {
            return;
        }
        json.writeObjectFieldStart("metadata");
        if (metadata.year() != null) {
            json.writeNumberField("year", metadata.year());
        }
        writeText(json, "venue", metadata.venue());
        writeTexts(json, "authors", metadata.authors());
        writeTexts(json, "references", metadata.references());
        for (Map.Entry<String, Object> field : metadata.other().entrySet()) {
            json.writePOJOField(field.getKey(), field.getValue());
        }
        json.writeEndObject();
    }

    private static void writeLabel(JsonGenerator json, Label label) throws IOException {
        json.writeStringField("name", label.name());
        writeText(json, "definition", label.definition());
        writeTexts(json, "synonyms", label.synonyms());
        writeTexts(json, "parents", label.parents());
        writeText(json, "notation", label.notation());
    }

    private static void writeText(JsonGenerator json, String field, String text) throws IOException {
        if (!text.isEmpty()) {
            json.writeStringField(field, text);
        }
    }

    private static void writeTexts(JsonGenerator json, String field, List<String> texts) throws IOException {
        if (texts.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
