package io.github.scimult.exchange.importing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Compression;
import io.github.scimult.core.storage.Json;
import io.github.scimult.exchange.source.SourceLines;
import io.github.scimult.exchange.source.SourceReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Optional;

/** Files read from front to end: lines, JSON lines, a JSON array, a JSON object of objects; packed by gzip or Zstandard or not. */
final class ImportFile {

    private ImportFile() {}

    /** Hears of what cannot be used. */
    private interface Bad {
        void say(ImportLine at, String problem) throws IOException;
    }

    /** Takes a record of JSON. */
    interface Records {
        void take(ImportLine at, String key, JsonNode record) throws IOException;
    }

    /** Takes a line. */
    interface Lines {
        void take(ImportLine at, String[] fields) throws IOException;
    }

    /**
     * A file that must be there.
     *
     * @throws BadDataException if it is not
     */
    static Path require(Path file) {
        return Compression.find(file)
                .orElseThrow(() -> BadDataException.in(file, "there is no such file, nor one packed as .gz or .zst"));
    }

    /** Fields between tabs, line by line; empty lines are passed over. */
    static void lines(Path file, CollectionImport into, Lines lines) throws IOException {
        eachLine(file, into::bad, (at, line) -> lines.take(at, line.split("\t", -1)));
    }

    /** Takes the text of a line. */
    private interface Texts {
        void take(ImportLine at, String text) throws IOException;
    }

    private static void eachLine(Path file, Bad bad, Texts texts) throws IOException {
        try (SourceLines source = SourceLines.open(file)) {
            for (Optional<SourceLines.Line> next = source.next(); next.isPresent(); next = source.next()) {
                SourceLines.Line line = next.get();
                ImportLine at = new ImportLine(file, line.number());
                if (!line.isReadable()) {
                    bad.say(at, line.defect());
                } else if (!line.text().isBlank()) {
                    texts.take(at, line.text());
                }
            }
        }
    }

    /**
     * JSON objects: one a line, or the elements of one array.
     *
     * @param into hears of lines that are no JSON
     */
    static void records(Path file, CollectionImport into, Records records) throws IOException {
        records(file, into::bad, records);
    }

    /** The same file once more; what cannot be used was told the first time. */
    static void recordsAgain(Path file, Records records) throws IOException {
        records(file, (_, _) -> {}, records);
    }

    private static void records(Path file, Bad bad, Records records) throws IOException {
        if (isArray(file)) {
            elements(file, bad, records);
        } else {
            jsonLines(file, bad, records);
        }
    }

    private static boolean isArray(Path file) throws IOException {
        try (Reader reader = SourceReader.open(file)) {
            int first = reader.read();
            while (first >= 0 && (Character.isWhitespace(first) || first == '\uFEFF')) {
                first = reader.read();
            }
            return first == '[';
        }
    }

    private static void jsonLines(Path file, Bad bad, Records records) throws IOException {
        eachLine(file, bad, (at, line) -> {
            JsonNode node = node(line);
            if (node == null || !node.isObject()) {
                bad.say(at, "expected a JSON object");
            } else {
                records.take(at, "", node);
            }
        });
    }

    private static JsonNode node(String line) {
        try {
            return Json.MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static void elements(Path file, Bad bad, Records records) throws IOException {
        parse(file, bad, parser -> {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                value(file, "", parser, bad, records);
            }
        });
    }

    /**
     * The entries of one JSON object whose values are objects.
     *
     * @param into hears of values that are none
     */
    static void entries(Path file, CollectionImport into, Records records) throws IOException {
        parse(file, into::bad, parser -> {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw BadDataException.in(file, 1, "expected one JSON object that holds all records");
            }
            for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
                parser.nextToken();
                value(file, key, parser, into::bad, records);
            }
        });
    }

    /** Reads one large JSON value. */
    private interface Parsing {
        void parse(JsonParser parser) throws IOException;
    }

    /** Behind a mistake in the JSON nothing can be read: what stands before it is kept, or all refused. */
    private static void parse(Path file, Bad bad, Parsing parsing) throws IOException {
        try (JsonParser parser = Json.MAPPER.getFactory().createParser(SourceReader.openStrictly(file))) {
            parsing.parse(parser);
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            bad.say(new ImportLine(file, line), "no JSON from here on: " + e.getOriginalMessage());
        } catch (CharacterCodingException e) {
            throw new BadDataException(file + ": the file is not UTF-8. Save it in UTF-8.", e);
        } catch (IOException failure) {
            throw Compression.damage(file, failure).orElseThrow(() -> failure);
        }
    }

    /** The value that the parser stands at. */
    private static void value(Path file, String key, JsonParser parser, Bad bad, Records records) throws IOException {
        ImportLine at = new ImportLine(file, parser.currentTokenLocation().getLineNr());
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            records.take(at, key, Json.MAPPER.readTree(parser));
        } else {
            bad.say(at, "expected a JSON object");
            parser.skipChildren();
        }
    }
}
