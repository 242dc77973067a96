package io.github.scimult.encoder.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * The special tokens of a vocabulary, by their text.
 *
 * @param cls the first of every input
 * @param sep ends every segment
 * @param pad fills a batch's rows
 * @param unk stands for a word that the vocabulary cannot spell
 * @param mask stands for a hidden word
 */
record SpecialTokens(String cls, String sep, String pad, String unk, String mask) {
    static final SpecialTokens BERT = new SpecialTokens("[CLS]", "[SEP]", "[PAD]", "[UNK]", "[MASK]");
    static final SpecialTokens ROBERTA = new SpecialTokens("<s>", "</s>", "<pad>", "<unk>", "<mask>");

    /** Those of a {@code special_tokens_map.json} or {@code tokenizer_config.json}; others where it names none. */
    static SpecialTokens parse(JsonNode map, SpecialTokens others) {
        return new SpecialTokens(
                text(map, "cls_token", others.cls),
                text(map, "sep_token", others.sep),
                text(map, "pad_token", others.pad),
                text(map, "unk_token", others.unk),
                text(map, "mask_token", others.mask));
    }

    /** A token is written as its text, or as an object that holds the text. */
    private static String text(JsonNode map, String key, String otherwise) {
        JsonNode node = map.path(key);
        return node.isObject() ? node.path("content").asText(otherwise) : node.asText(otherwise);
    }

    /** As {@code special_tokens_map.json} has them. */
    Map<String, String> map() {
        Map<String, String> map = new TreeMap<>();
        map.put("cls_token", cls);
        map.put("sep_token", sep);
        map.put("pad_token", pad);
        map.put("unk_token", unk);
        map.put("mask_token", mask);
        return map;
    }
}
