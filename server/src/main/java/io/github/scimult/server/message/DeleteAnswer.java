package io.github.scimult.server.message;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** That a record was deleted. */
public record DeleteAnswer(
        @JsonPropertyDescription("Its id.") String deleted) {}
