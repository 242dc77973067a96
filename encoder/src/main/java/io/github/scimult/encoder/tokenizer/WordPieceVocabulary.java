package io.github.scimult.encoder.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/** BERT's older form of a tokenizer: a list of word pieces, one a line, the id being the line counted from 0. */
final class WordPieceVocabulary {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private WordPieceVocabulary() {}

    /**
     * The {@code tokenizer.json} that Hugging Face would make of a {@code vocab.txt}.
     *
     * @param lines the word pieces
     * @param configuration {@code tokenizer_config.json}: {@code do_lower_case} (true unless given), {@code
     *     strip_accents}, {@code tokenize_chinese_chars}; may be empty
     * @param where names the file in errors
     * @throws IOException if a special token is not among the word pieces
     */
    static ObjectNode tokenizerJson(List<String> lines, JsonNode configuration, SpecialTokens special, String where)
            throws IOException {
        ObjectNode vocabulary = NODES.objectNode();
        for (int id = 0; id < lines.size(); id++) {
            vocabulary.put(lines.get(id), id);
        }
        ObjectNode json = NODES.objectNode();
        json.put("version", "1.0");
        json.putNull("truncation");
        json.putNull("padding");
        json.set("added_tokens", AddedTokens.special(vocabulary, special, where));
        json.set("normalizer", normalizer(configuration));
        json.putObject("pre_tokenizer").put("type", "BertPreTokenizer");
        ObjectNode processor = json.putObject("post_processor").put("type", "BertProcessing");
        processor.putArray("sep").add(special.sep()).add(vocabulary.get(special.sep()));
        processor.putArray("cls").add(special.cls()).add(vocabulary.get(special.cls()));
        json.putObject("decoder").put("type", "WordPiece").put("prefix", "##").put("cleanup", true);
        ObjectNode model = json.putObject("model").put("type", "WordPiece").put("unk_token", special.unk());
        model.put("continuing_subword_prefix", "##").put("max_input_chars_per_word", 100);
        model.set("vocab", vocabulary);
        return json;
    }

    private static ObjectNode normalizer(JsonNode configuration) {
        ObjectNode normalizer = NODES.objectNode().put("type", "BertNormalizer").put("clean_text", true);
        normalizer.put(
                "handle_chinese_chars",
                configuration.path("tokenize_chinese_chars").asBoolean(true));
        JsonNode stripAccents = configuration.path("strip_accents");
        normalizer.set("strip_accents", stripAccents.isBoolean() ? stripAccents : NODES.nullNode());
        normalizer.put("lowercase", configuration.path("do_lower_case").asBoolean(true));
        return normalizer;
    }
}
