package io.github.scimult.search.result;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import java.util.Optional;

/** A page of the papers that a search has found. */
public record SearchResults(
        @JsonPropertyDescription("The first first.") List<PaperResult> results,

        @JsonPropertyDescription(
                "The number of papers of the index that meet all demands and, if the query has words, have at least one of them. Every record of a paper counts. Dense retrieval may add papers that have no word of the query.")
        long total,

        @JsonPropertyDescription("Whether the query has words, which results are ranked by.")
        boolean ranked,

        @JsonPropertyDescription("Whether there are results behind these.")
        boolean more,

        @JsonPropertyDescription("Of the papers that total counts; null unless asked for.")
        Optional<NamedFacets> facets) {}
