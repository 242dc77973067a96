package io.github.scimult.search.result;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** A label in short. */
public record LabelName(
        String id,

        @JsonPropertyDescription("The id again where the index has no such label.")
        String name) {}
