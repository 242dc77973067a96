package io.github.scimult.server.message.embedding;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Optional;

/** A text in its place, as clients of text-embeddings-inference read it. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record RankedText(
        @JsonPropertyDescription("Its place in the request, from 0.")
        int index,

        @JsonPropertyDescription("The cosine of the search vectors.")
        double score,

        Optional<String> text) {}
