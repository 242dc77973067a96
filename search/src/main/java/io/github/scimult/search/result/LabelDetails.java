package io.github.scimult.search.result;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;

/** A label with its place among the others. */
public record LabelDetails(
        String id,
        String name,
        @JsonPropertyDescription("Empty if it has none.") String definition,
        @JsonPropertyDescription("Further names.") List<String> synonyms,
        @JsonPropertyDescription("The labels above it.") List<LabelName> parents,
        @JsonPropertyDescription("The labels below it.") List<LabelName> children,

        @JsonPropertyDescription("The number of papers that carry it.")
        int papers) {}
