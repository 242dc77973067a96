package io.github.scimult.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An input with what must be read of it, out of a list in the resources. */
public record OddFile(String name, JsonNode given) {
    private static final YAMLMapper YAML = new YAMLMapper();

    /** All inputs of a list. */
    public static Stream<OddFile> all(String list) {
        try (InputStream in = OddFile.class.getResourceAsStream("cases/" + list)) {
            List<OddFile> all = new ArrayList<>();
            YAML.readTree(in)
                    .forEach(each -> all.add(new OddFile(each.path("name").asText(), each)));
            return all.stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Writes the input, in its encoding and with its line ends; the sign § stands for what its case is about. */
    public Path write(Path file) throws IOException {
        String text = given.path("input").asText();
        int depth = given.path("nest").asInt();
        text = text.replace("§", given.path("nul").asBoolean() ? "\0" : "<i>".repeat(depth) + "</i>".repeat(depth));
        text = given.path("crlf").asBoolean() ? text.replace("\n", "\r\n") : text;
        text = given.path("cr").asBoolean() ? text.replace('\n', '\r') : text;
        text = given.path("bom").asBoolean() ? "\uFEFF" + text : text;
        return Files.write(
                file, text.getBytes(Charset.forName(given.path("encoding").asText("UTF-8"))));
    }

    /** The papers that must be read, each with the fields that matter. */
    public List<JsonNode> papers() {
        List<JsonNode> papers = new ArrayList<>();
        given.path("papers").forEach(papers::add);
        return papers;
    }

    /** Texts under a name. */
    public List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        given.path(field).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    @Override
    public String toString() {
        return name;
    }
}
