package io.github.scimult.search.result;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** A value that papers have, with their number. */
public record NamedValue(
        @JsonPropertyDescription("What a search filters by: a year, a whole name, or a label's id.")
        String value,

        @JsonPropertyDescription("For people.") String name,

        @JsonPropertyDescription("The number of papers that have it.")
        long papers) {}
