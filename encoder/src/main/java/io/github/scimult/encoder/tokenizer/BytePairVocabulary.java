package io.github.scimult.encoder.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/**
 * RoBERTa's older form of a tokenizer: {@code vocab.json}, an object from token to id, and {@code merges.txt}, the pairs of tokens that
 * are joined, one a line, the first to be joined first.
 */
final class BytePairVocabulary {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String VERSION = "#version";

    private BytePairVocabulary() {}

    /**
     * The {@code tokenizer.json} that Hugging Face would make of the two files.
     *
     * @param merges the lines of {@code merges.txt}
     * @param where names the files in errors
     * @throws IOException if a line is no pair, or a special token is not in the vocabulary
     */
    static ObjectNode tokenizerJson(ObjectNode vocabulary, List<String> merges, SpecialTokens special, String where)
            throws IOException {
        ObjectNode json = NODES.objectNode();
        json.put("version", "1.0");
        json.putNull("truncation");
        json.putNull("padding");
        json.set("added_tokens", AddedTokens.special(vocabulary, special, where));
        json.putNull("normalizer");
        byteLevel(json.putObject("pre_tokenizer"), false);
        ObjectNode processor = json.putObject("post_processor").put("type", "RobertaProcessing");
        processor.putArray("sep").add(special.sep()).add(vocabulary.get(special.sep()));
        processor.putArray("cls").add(special.cls()).add(vocabulary.get(special.cls()));
        processor.put("trim_offsets", true).put("add_prefix_space", false);
        byteLevel(json.putObject("decoder"), true);
        ObjectNode model = json.putObject("model").put("type", "BPE");
        model.putNull("dropout").putNull("unk_token");
        model.put("continuing_subword_prefix", "").put("end_of_word_suffix", "");
        model.put("fuse_unk", false).put("byte_fallback", false).put("ignore_merges", false);
        model.set("vocab", vocabulary);
        model.set("merges", pairs(merges, where));
        return json;
    }

    private static void byteLevel(ObjectNode node, boolean prefixSpace) {
        node.put("type", "ByteLevel").put("add_prefix_space", prefixSpace);
        node.put("trim_offsets", true).put("use_regex", true);
    }

    private static ArrayNode pairs(List<String> lines, String where) throws IOException {
        ArrayNode merges = NODES.arrayNode();
        for (int line = 0; line < lines.size(); line++) {
            String text = lines.get(line);
            if (text.isBlank() || (line == 0 && text.startsWith(VERSION))) {
                continue;
            }
            String[] pair = text.split(" ");
            if (pair.length != 2) {
                throw new IOException(where + ": line " + (line + 1) + " is '" + text
                        + "', expected two tokens with a blank between");
            }
            merges.addArray().add(pair[0]).add(pair[1]);
        }
        return merges;
    }

    /** The lines of a {@code merges.txt}. */
    static String merges(JsonNode tokenizerJson) {
        StringBuilder lines = new StringBuilder(VERSION + ": 0.2\n");
        for (JsonNode merge : tokenizerJson.path("model").path("merges")) {
            lines.append(
                            merge.isArray()
                                    ? merge.get(0).asText() + " " + merge.get(1).asText()
                                    : merge.asText())
                    .append('\n');
        }
        return lines.toString();
    }
}
