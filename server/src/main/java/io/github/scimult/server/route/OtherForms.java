package io.github.scimult.server.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.server.http.ProblemException;

/** Forms in which clients of other servers send what the API's description has in one form alone. */
final class OtherForms {
    private static final String ADVICE =
            ", not token ids, which are those of another model's tokenizer: send texts. LangChain's OpenAIEmbeddings does so "
                    + "with check_embedding_ctx_length=False";

    private OtherForms() {}

    /**
     * A body whose texts are texts.
     *
     * @param name of the field that has them
     * @throws ProblemException telling what to do if they are token ids
     */
    static ObjectNode withoutTokens(ObjectNode body, String name) {
        if (body.get(name) instanceof ArrayNode texts) {
            for (int i = 0; i < texts.size(); i++) {
                if (isTokens(texts.get(i))) {
                    throw ProblemException.wrong("'" + name + "[" + i + "]' must be a text" + ADVICE);
                }
            }
        }
        return body;
    }

    private static boolean isTokens(JsonNode item) {
        return item.isIntegralNumber()
                || (item.isArray() && !item.isEmpty() && item.valueStream().allMatch(JsonNode::isIntegralNumber));
    }

    /** A body whose documents are their texts, where they are objects with a text. */
    static ObjectNode documentsAsTexts(ObjectNode body) {
        if (body.get("documents") instanceof ArrayNode documents) {
            for (int i = 0; i < documents.size(); i++) {
                if (documents.get(i) instanceof ObjectNode document && document.has("text")) {
                    documents.set(i, document.get("text"));
                }
            }
        }
        return body;
    }
}
