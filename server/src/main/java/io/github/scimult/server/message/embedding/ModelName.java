package io.github.scimult.server.message.embedding;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** Which task is asked about. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ModelName(
        @JsonPropertyDescription("The task: search, link or classification.")
        String id) {}
