package io.github.scimult.server.message.embedding;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.github.scimult.server.http.NotEmpty;
import io.github.scimult.server.http.Range;
import java.util.List;
import java.util.Optional;

/** Documents to order by a query, as clients of Cohere and Jina send them. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RankDocumentsRequest(
        @JsonPropertyDescription("The task; search if not given.")
        Optional<String> model,

        String query,

        @JsonPropertyDescription("Texts; an object with a 'text' is taken for its text.") @NotEmpty
        List<String> documents,

        @JsonPropertyDescription("How many of the best are answered; all if not given.")
        @JsonProperty("top_n")
        @Range(min = 1, max = Integer.MAX_VALUE)
        Optional<Integer> topN,

        @JsonPropertyDescription("Whether the documents are answered, too; false if not given.")
        @JsonProperty("return_documents")
        Optional<Boolean> returnDocuments) {
    /** Documents for the best to be told, without their texts. */
    public static RankDocumentsRequest of(String query, List<String> documents, int best) {
        return new RankDocumentsRequest(Optional.empty(), query, documents, Optional.of(best), Optional.empty());
    }
}
