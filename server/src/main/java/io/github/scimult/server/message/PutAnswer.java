package io.github.scimult.server.message;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** That records were added or replaced. */
public record PutAnswer(
        @JsonPropertyDescription("How many records.") int put) {}
