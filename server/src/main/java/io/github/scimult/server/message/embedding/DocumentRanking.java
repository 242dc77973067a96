package io.github.scimult.server.message.embedding;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import java.util.Optional;

/** Documents in their order, as clients of Cohere and Jina read it. */
public record DocumentRanking(
        String object,
        String model,
        @JsonPropertyDescription("The best first.") List<RankedDocument> results,
        Usage usage) {

    /** A document in its place. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record RankedDocument(
            @JsonPropertyDescription("Its place in the request, from 0.")
            int index,

            @JsonPropertyDescription("The cosine of its vector and the query's.") @JsonProperty("relevance_score")
            double relevanceScore,

            Optional<Document> document) {}

    /** What a document says. */
    public record Document(String text) {}
}
