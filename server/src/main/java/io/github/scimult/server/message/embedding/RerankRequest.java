package io.github.scimult.server.message.embedding;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.github.scimult.core.configuration.OneOrMore;
import io.github.scimult.server.http.NotEmpty;
import java.util.List;
import java.util.Optional;

/** Texts to order by a query, as clients of text-embeddings-inference send them. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RerankRequest(
        String query,
        @OneOrMore @NotEmpty List<String> texts,

        @JsonPropertyDescription("Whether the texts are answered, too; false if not given.")
        @JsonProperty("return_text")
        Optional<Boolean> returnText,

        @JsonPropertyDescription(
                "Whether a text that is longer than the model reads is cut at its end; true if not given. It is refused if false.")
        Optional<Boolean> truncate) {
    /** Texts to order, without answering them. */
    public RerankRequest(String query, List<String> texts) {
        this(query, texts, Optional.empty(), Optional.empty());
    }
}
