package io.github.scimult.server.message.embedding;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How many tokens were read. */
public record Usage(
        @JsonProperty("prompt_tokens") long promptTokens,
        @JsonProperty("total_tokens") long totalTokens) {
    /** Of a request whose answer has no tokens. */
    public static Usage of(long tokens) {
        return new Usage(tokens, tokens);
    }
}
