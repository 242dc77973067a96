package io.github.scimult.server.message;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.github.scimult.core.configuration.OneOrMore;
import io.github.scimult.server.http.NotEmpty;
import java.util.List;
import java.util.Optional;

/** Texts to embed, as clients of text-embeddings-inference send them. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EmbedRequest(
        @OneOrMore @NotEmpty List<String> inputs,

        @JsonPropertyDescription("The task; search if not given.")
        Optional<String> model,

        @JsonPropertyDescription("Whether vectors are of length 1; true if not given.")
        Optional<Boolean> normalize) {}
