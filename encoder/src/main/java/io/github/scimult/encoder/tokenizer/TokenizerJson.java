package io.github.scimult.encoder.tokenizer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.core.storage.Json;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/**
 * A {@code tokenizer.json} of a WordPiece or byte-level BPE tokenizer, checked, with the truncation and padding that some models
 * build in taken out.
 *
 * @param json the file's content, without truncation and padding
 * @param scheme how words are spelt
 * @param special which of its tokens are the special ones
 * @param vocabulary token by id; null where an id is unused
 * @param origin names the file in errors
 */
record TokenizerJson(ObjectNode json, SubwordScheme scheme, SpecialTokens special, String[] vocabulary, String origin) {

    /**
     * Checks what this program relies on.
     *
     * @param names the special tokens, as {@link SpecialTokens#parse} reads them; may be empty
     * @param where names the file in errors
     * @throws IOException if it is no JSON, no tokenizer of a scheme that is supported, or lacks a special token
     */
    static TokenizerJson parse(byte[] bytes, JsonNode names, String where) throws IOException {
        JsonNode root;
        try {
            root = Json.MAPPER.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new IOException(where + ": not readable as JSON: " + e.getOriginalMessage(), e);
        }
        if (!(root instanceof ObjectNode json)
                || !json.path("model").path("vocab").isObject()) {
            throw new IOException(where + ": no tokenizer: it has no object model.vocab");
        }
        return of(json, names, where);
    }

    static TokenizerJson of(ObjectNode json, JsonNode names, String where) throws IOException {
        SubwordScheme scheme = SubwordScheme.of(json)
                .orElseThrow(() -> new IOException(where + ": a tokenizer of type "
                        + json.path("model").path("type").asText()
                        + " is not supported; those that are: BERT's WordPiece and RoBERTa's byte-level BPE"));
        SpecialTokens special = SpecialTokens.parse(names, scheme.special());
        json.putNull("truncation");
        json.putNull("padding");
        TokenizerJson result = new TokenizerJson(json, scheme, special, vocabulary(json, where), where);
        for (String token : special.map().values()) {
            if (result.id(token) < 0) {
                throw new IOException(where + ": the special token '" + token + "' is not in its vocabulary of "
                        + result.vocabulary.length + " tokens");
            }
        }
        return result;
    }

    /** The token's id, -1 if there is no such token. */
    int id(String token) {
        JsonNode id = json.path("model").path("vocab").path(token);
        return id.isInt() ? id.asInt() : Arrays.asList(vocabulary).indexOf(token);
    }

    /**
     * Whether no token reaches over a blank, so that a text's ids are those of its words one after the other. True of every
     * BERT tokenizer: its normalisation looks at single characters, and it splits at white space before anything else. True of
     * RoBERTa's as well, whose words have the blank before them: it splits before a blank that stands alone between words.
     */
    boolean goesWordByWord() {
        JsonNode splitting = json.path("pre_tokenizer");
        boolean words = scheme == SubwordScheme.WORD_PIECE
                ? json.path("normalizer").path("type").asText().equals("BertNormalizer")
                        && splitting.path("type").asText().equals("BertPreTokenizer")
                : json.path("normalizer").isNull()
                        && !splitting.path("add_prefix_space").asBoolean(true)
                        && splitting.path("use_regex").asBoolean(true);
        for (JsonNode token : json.path("added_tokens")) {
            words &= token.path("content").asText().indexOf(' ') < 0
                    && (scheme == SubwordScheme.WORD_PIECE
                            || !token.path("rstrip").asBoolean());
        }
        return words;
    }

    byte[] bytes() {
        return bytes(json);
    }

    /**
     * The same tokenizer to which special tokens are text like any other. Other added tokens stay, and move into the
     * vocabulary: the library would number them anew if it did not find them there.
     */
    byte[] withoutSpecialTokens() {
        ObjectNode plain = json.deepCopy();
        ObjectNode pieces = (ObjectNode) plain.path("model").path("vocab");
        ArrayNode kept = plain.putArray("added_tokens");
        for (JsonNode token : json.path("added_tokens")) {
            String content = token.path("content").asText();
            if (!token.path("special").asBoolean() && !special.map().containsValue(content)) {
                kept.add(token);
                pieces.set(content, token.path("id"));
            }
        }
        return bytes(plain);
    }

    private static byte[] bytes(ObjectNode node) {
        try {
            return Json.MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON could not be written", e);
        }
    }

    private static String[] vocabulary(ObjectNode json, String where) throws IOException {
        String[] byId = new String[json.path("model").path("vocab").size()];
        for (Map.Entry<String, JsonNode> entry :
                json.path("model").path("vocab").properties()) {
            byId = put(byId, entry.getKey(), entry.getValue(), where);
        }
        for (JsonNode token : json.path("added_tokens")) {
            byId = put(byId, token.path("content").asText(), token.path("id"), where);
        }
        return byId;
    }

    private static String[] put(String[] byId, String token, JsonNode id, String where) throws IOException {
        if (!id.isInt() || id.asInt() < 0 || id.asInt() > 10_000_000) {
            throw new IOException(where + ": token '" + token + "' has the id " + id + ", expected 0 … 10000000");
        }
        String[] result = id.asInt() < byId.length ? byId : Arrays.copyOf(byId, id.asInt() + 1);
        result[id.asInt()] = token;
        return result;
    }
}
