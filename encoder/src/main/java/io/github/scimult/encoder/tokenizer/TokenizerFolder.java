package io.github.scimult.encoder.tokenizer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.core.storage.AtomicFile;
import io.github.scimult.core.storage.Json;
import io.github.scimult.core.storage.MisfetchedFile;
import io.github.scimult.core.storage.Utf8File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A tokenizer's files in a Hugging Face model folder, read and written. */
final class TokenizerFolder {
    private static final String DEFINITION = "tokenizer.json";
    private static final String VOCABULARY = "vocab.txt";
    private static final String PIECES = "vocab.json";
    private static final String MERGES = "merges.txt";
    private static final String CONFIGURATION = "tokenizer_config.json";
    private static final String SPECIAL_TOKENS = "special_tokens_map.json";

    private TokenizerFolder() {}

    static ObjectNode emptyConfiguration() {
        return JsonNodeFactory.instance.objectNode();
    }

    static TextTokenizer load(Path folder) throws IOException {
        ObjectNode configuration = readObject(folder.resolve(CONFIGURATION));
        Path specialFile = folder.resolve(SPECIAL_TOKENS);
        ObjectNode names = Files.exists(specialFile) ? readObject(specialFile) : configuration;
        return new TextTokenizer(definition(folder, configuration, names), configuration);
    }

    private static TokenizerJson definition(Path folder, ObjectNode configuration, ObjectNode names)
            throws IOException {
        Path definition = folder.resolve(DEFINITION);
        for (String name : List.of(DEFINITION, VOCABULARY, MERGES, PIECES)) {
            if (Files.exists(folder.resolve(name))) {
                MisfetchedFile.refuse(folder.resolve(name));
            }
        }
        if (Files.exists(definition)) {
            return TokenizerJson.parse(Files.readAllBytes(definition), names, definition.toString());
        }
        Path words = folder.resolve(VOCABULARY);
        if (Files.exists(words)) {
            List<String> lines = Utf8File.read(words).lines().toList();
            SpecialTokens special = SpecialTokens.parse(names, SpecialTokens.BERT);
            ObjectNode json = WordPieceVocabulary.tokenizerJson(lines, configuration, special, words.toString());
            return TokenizerJson.of(json, names, words.toString());
        }
        Path merges = folder.resolve(MERGES);
        Path pieces = folder.resolve(PIECES);
        if (Files.exists(merges) && Files.exists(pieces)) {
            List<String> lines = Utf8File.read(merges).lines().toList();
            SpecialTokens special = SpecialTokens.parse(names, SpecialTokens.ROBERTA);
            ObjectNode json = BytePairVocabulary.tokenizerJson(readObject(pieces), lines, special, merges.toString());
            return TokenizerJson.of(json, names, pieces.toString());
        }
        throw new IOException(folder + ": no tokenizer: neither " + DEFINITION + " nor " + VOCABULARY + ", nor "
                + PIECES + " with " + MERGES + " is there");
    }

    static void save(Path folder, TokenizerJson definition, ObjectNode configuration, int maxLength)
            throws IOException {
        AtomicFile.write(folder.resolve(DEFINITION), out -> out.write(definition.bytes()));
        switch (definition.scheme()) {
            case WORD_PIECE -> AtomicFile.writeText(folder.resolve(VOCABULARY), lines(definition.vocabulary()));
            case BYTE_LEVEL -> {
                AtomicFile.writeText(
                        folder.resolve(PIECES),
                        Json.line(definition.json().path("model").path("vocab")));
                AtomicFile.writeText(folder.resolve(MERGES), BytePairVocabulary.merges(definition.json()));
            }
        }
        JsonNode special = Json.MAPPER.valueToTree(definition.special().map());
        AtomicFile.writeText(folder.resolve(SPECIAL_TOKENS), Json.indented(special));
        AtomicFile.writeText(
                folder.resolve(CONFIGURATION), Json.indented(configuration(definition, configuration, maxLength)));
    }

    private static String lines(String[] vocabulary) {
        StringBuilder lines = new StringBuilder();
        for (int id = 0; id < vocabulary.length; id++) {
            lines.append(vocabulary[id] == null ? "[unused-id-" + id + "]" : vocabulary[id])
                    .append('\n');
        }
        return lines.toString();
    }

    private static ObjectNode configuration(TokenizerJson definition, ObjectNode loaded, int maxLength) {
        JsonNode normalizer = definition.json().path("normalizer");
        ObjectNode configuration = loaded.deepCopy();
        definition.special().map().forEach(configuration::put);
        configuration.put("tokenizer_class", definition.scheme().tokenizerClass());
        configuration.put("model_max_length", maxLength);
        if (normalizer.path("type").asText().equals("BertNormalizer")) {
            configuration.set("do_lower_case", normalizer.path("lowercase"));
            configuration.set("strip_accents", normalizer.path("strip_accents"));
            configuration.set("tokenize_chinese_chars", normalizer.path("handle_chinese_chars"));
        }
        // Names and lengths that would contradict the above.
        configuration.remove(List.of(
                "max_length",
                "stride",
                "truncation_side",
                "truncation_strategy",
                "name_or_path",
                "is_local",
                "local_files_only"));
        return configuration;
    }

    /** The object in a file; an empty one if there is no such file. */
    private static ObjectNode readObject(Path file) throws IOException {
        if (!Files.exists(file)) {
            return emptyConfiguration();
        }
        try {
            if (Json.MAPPER.readTree(Files.readAllBytes(file)) instanceof ObjectNode object) {
                return object;
            }
            throw new IOException(file + ": expected a JSON object");
        } catch (JsonProcessingException e) {
            throw new IOException(file + ": not readable as JSON: " + e.getOriginalMessage(), e);
        }
    }
}
