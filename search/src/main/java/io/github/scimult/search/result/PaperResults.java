package io.github.scimult.search.result;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;

/** Papers that a query has found. */
public record PaperResults(
        @JsonPropertyDescription("The best first.") List<PaperResult> results) {}
