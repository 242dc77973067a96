package io.github.scimult.search.result;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;

/** The values that most of the matching papers have. */
public record NamedFacets(
        @JsonPropertyDescription("The latest first.") List<NamedValue> years,

        @JsonPropertyDescription("At most 20, the most frequent first.")
        List<NamedValue> venues,

        @JsonPropertyDescription("At most 20, the most frequent first.")
        List<NamedValue> labels,

        @JsonPropertyDescription("At most 20, the most frequent first.")
        List<NamedValue> authors) {}
