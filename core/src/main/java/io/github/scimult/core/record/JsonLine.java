package io.github.scimult.core.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.scimult.core.storage.Json;
import io.github.scimult.core.text.PlainText;
import io.github.scimult.core.text.WellFormedText;
import java.io.IOException;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;

/** One line with one JSON object, read field by field. */
public final class JsonLine implements AutoCloseable {
    private static final JsonFactory FACTORY = Json.STRICT.getFactory();

    private final JsonParser parser;

    private JsonLine(JsonParser parser) {
        this.parser = parser;
    }

    /** Reads the whole line as a record of a format. */
    public static <T> T read(byte[] bytes, int from, int to, RecordFormat<T> format) throws DefectiveLine {
        CharBuffer text = StrictText.decode(bytes, from, to);
        try (JsonParser parser = FACTORY.createParser(text.array(), 0, text.length());
                JsonLine line = new JsonLine(parser)) {
            line.begin();
            T record = format.read(line);
            line.end();
            return record;
        } catch (JsonProcessingException malformed) {
            long column = malformed.getLocation() == null
                    ? 1
                    : malformed.getLocation().getColumnNr();
            throw new DefectiveLine(
                    Defect.NOT_JSON,
                    "not valid JSON at character " + column + ": " + reason(malformed)
                            + ". Each line must hold one JSON object.");
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory does not fail", impossible);
        }
    }

    /** Jackson's reason without its remark on the source, which is always this one line. */
    private static String reason(JsonProcessingException malformed) {
        String message = malformed.getOriginalMessage();
        int remark = message.indexOf(" (start marker at");
        return remark < 0 ? message : message.substring(0, remark);
    }

    private void begin() throws IOException, DefectiveLine {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new DefectiveLine(
                    Defect.NOT_JSON, "not a JSON object. Each line must hold one object, in curly brackets.");
        }
    }

    private void end() throws IOException, DefectiveLine {
        if (parser.nextToken() != null) {
            throw new DefectiveLine(
                    Defect.NOT_JSON,
                    "more stands behind the JSON object, at character "
                            + parser.currentTokenLocation().getColumnNr() + ". Each line must hold one object.");
        }
    }

    /** The name of the next field, whose value is then read by one of the methods below; null behind the last. */
    String nextField() throws IOException {
        String name = parser.nextFieldName();
        if (name != null) {
            parser.nextToken();
        }
        return name;
    }

    /** The value as an id: text, or a whole number taken as text. */
    String id() throws IOException, DefectiveLine {
        return switch (parser.currentToken()) {
            case VALUE_STRING, VALUE_NUMBER_INT -> WellFormedText.of(parser.getText());
            case VALUE_NULL -> "";
            default -> throw wrongType("_id", "text");
        };
    }

    /** The value as text, its markup stripped; null is empty text. */
    String text(String field) throws IOException, DefectiveLine {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> PlainText.of(WellFormedText.of(parser.getText()));
            case VALUE_NULL -> "";
            default -> throw wrongType(field, "text");
        };
    }

    /** The value as a list of texts; null is an empty list. */
    List<String> texts(String field) throws IOException, DefectiveLine {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return List.of();
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw wrongType(field, "a list of texts");
        }
        List<String> texts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                throw wrongType(field, "a list of texts");
            }
            texts.add(WellFormedText.of(parser.getText()));
        }
        return texts;
    }

    /** The value whatever it is: text, number, boolean, null, list or map. */
    Object any() throws IOException {
        return WellFormedText.ofAny(parser.readValueAs(Object.class));
    }

    private DefectiveLine wrongType(String field, String expected) {
        return new DefectiveLine(
                Defect.WRONG_TYPE,
                "the field \"" + field + "\" must be " + expected + ", but at character "
                        + parser.currentTokenLocation().getColumnNr() + " there is something else.");
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
