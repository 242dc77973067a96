package io.github.scimult.server.message;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.github.scimult.server.http.InAddress;

/** That a label is another one. */
public record MergeRequest(
        @InAddress @JsonPropertyDescription("The label that is deleted.")
        String id,

        @JsonPropertyDescription("The label that papers carry instead.")
        String into) {}
