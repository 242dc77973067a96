package io.github.scimult.server.message;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.github.scimult.exchange.citation.CitationExport;
import io.github.scimult.server.http.NotEmpty;
import java.util.List;
import java.util.Optional;

/** A request for papers' citations. */
public record CitationRequest(
        @JsonPropertyDescription("The papers' ids.") @NotEmpty
        List<String> id,

        @JsonPropertyDescription("How they are written; BibTeX if not given.")
        Optional<CitationExport> format) {}
