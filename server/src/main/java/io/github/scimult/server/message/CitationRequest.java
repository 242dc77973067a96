package io.github.scimult.server.message;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.github.scimult.server.http.NotEmpty;
import java.util.List;

/** A request for papers' citations. */
public record CitationRequest(
        @JsonPropertyDescription("The papers' ids.") @NotEmpty
        List<String> id) {}
