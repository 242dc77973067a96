package io.github.scimult.server.message;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** A label of a paper. */
public record LabelOfPaper(
        @JsonPropertyDescription("The paper's id.") String id,

        @JsonPropertyDescription("The label's id.") String label) {}
