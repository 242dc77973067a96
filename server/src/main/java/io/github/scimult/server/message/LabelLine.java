package io.github.scimult.server.message;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import java.util.Optional;

/** A label as a line of {@code labels.jsonl} has it: what is sent to be added. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LabelLine(
        @JsonProperty("_id") String id,
        String name,
        Optional<String> definition,
        List<String> synonyms,

        @JsonPropertyDescription("Ids of the labels above it.")
        List<String> parents,

        @JsonPropertyDescription("Its code in a classification.")
        Optional<String> notation) {}
