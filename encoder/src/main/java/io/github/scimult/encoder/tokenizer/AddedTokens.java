package io.github.scimult.encoder.tokenizer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** The list of special tokens in a {@code tokenizer.json}. */
final class AddedTokens {
    private AddedTokens() {}

    /**
     * The special tokens of a vocabulary, by their ids.
     *
     * @param where names the file in errors
     * @throws IOException if one is not in the vocabulary
     */
    static ArrayNode special(ObjectNode vocabulary, SpecialTokens special, String where) throws IOException {
        List<String> tokens = special.map().values().stream().distinct().toList();
        for (String token : tokens) {
            if (!vocabulary.has(token)) {
                throw new IOException(where + ": the special token '" + token + "' is not among its "
                        + vocabulary.size() + " word pieces");
            }
        }
        ArrayNode added = JsonNodeFactory.instance.arrayNode();
        tokens.stream()
                .sorted(Comparator.comparingInt(token -> vocabulary.get(token).asInt()))
                .forEach(token -> {
                    ObjectNode node = added.addObject();
                    node.set("id", vocabulary.get(token));
                    node.put("content", token).put("single_word", false).put("lstrip", false);
                    node.put("rstrip", false).put("normalized", false).put("special", true);
                });
        return added;
    }
}
