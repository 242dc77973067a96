package io.github.scimult.exchange.importing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Compression;
import io.github.scimult.core.storage.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files read from front to end: lines, JSON lines, a JSON array, a JSON object of objects; packed by gzip or Zstandard or not. */
final class ImportFile {

    private ImportFile() {}

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

    static Reader reader(Path file) throws IOException {
        InputStream packed = Files.newInputStream(file);
        InputStream plain = Compression.of(file.getFileName().toString()).unpack(packed);
        return new InputStreamReader(plain, StandardCharsets.UTF_8);
    }

    /** Fields between tabs, line by line; empty lines are passed over. */
    static void lines(Path file, Lines lines) throws IOException {
        try (BufferedReader reader = new BufferedReader(reader(file))) {
            long number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    lines.take(new ImportLine(file, number), line.split("\t", -1));
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
        try (BufferedReader reader = new BufferedReader(reader(file), 1 << 16)) {
            reader.mark(1 << 12);
            int first = reader.read();
            while (first >= 0 && (Character.isWhitespace(first) || first == 0xfeff)) {
                first = reader.read();
            }
            reader.reset();
            if (first == '[') {
                elements(file, reader, into, records);
            } else {
                jsonLines(file, reader, into, records);
            }
        }
    }

    private static void jsonLines(Path file, BufferedReader reader, CollectionImport into, Records records)
            throws IOException {
        long number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            ImportLine at = new ImportLine(file, ++number);
            if (!line.isBlank()) {
                JsonNode node = node(line);
                if (node == null || !node.isObject()) {
                    into.bad(at, "expected a JSON object");
                } else {
                    records.take(at, "", node);
                }
            }
        }
    }

    private static JsonNode node(String line) {
        try {
            return Json.MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static void elements(Path file, Reader reader, CollectionImport into, Records records) throws IOException {
        try (JsonParser parser = Json.MAPPER.getFactory().createParser(reader)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                value(file, "", parser, into, records);
            }
        } catch (JsonProcessingException e) {
            throw damaged(file, e);
        }
    }

    /**
     * The entries of one JSON object whose values are objects.
     *
     * @param into hears of values that are none
     */
    static void entries(Path file, CollectionImport into, Records records) throws IOException {
        try (JsonParser parser = Json.MAPPER.getFactory().createParser(reader(file))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw BadDataException.in(file, 1, "expected one JSON object that holds all records");
            }
            for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
                parser.nextToken();
                value(file, key, parser, into, records);
            }
        } catch (JsonProcessingException e) {
            throw damaged(file, e);
        }
    }

    /** The value that the parser stands at. */
    private static void value(Path file, String key, JsonParser parser, CollectionImport into, Records records)
            throws IOException {
        ImportLine at = new ImportLine(file, parser.currentTokenLocation().getLineNr());
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            records.take(at, key, Json.MAPPER.readTree(parser));
        } else {
            into.bad(at, "expected a JSON object");
            parser.skipChildren();
        }
    }

    private static BadDataException damaged(Path file, JsonProcessingException e) {
        long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
        return BadDataException.in(file, line, "no JSON: " + e.getOriginalMessage());
    }
}
