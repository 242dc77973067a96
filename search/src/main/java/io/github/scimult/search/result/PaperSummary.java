package io.github.scimult.search.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import java.util.Optional;

/** A paper of the index, for people and programs to read. */
public record PaperSummary(
        String id,
        String title,
        @JsonProperty("abstract") String text,
        List<String> authors,
        @JsonPropertyDescription("Empty if unknown.") String venue,
        Optional<Integer> year,
        @JsonPropertyDescription("Those assigned to it.") List<LabelName> labels) {}
