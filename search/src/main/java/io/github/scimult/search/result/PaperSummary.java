package io.github.scimult.search.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A paper of the index, for people and programs to read. */
public record PaperSummary(
        String id,
        String title,
        @JsonProperty("abstract") String text,
        List<String> authors,
        @JsonPropertyDescription("Empty if unknown.") String venue,
        Optional<Integer> year,
        @JsonPropertyDescription("Those assigned to it.") List<LabelName> labels,

        @JsonPropertyDescription("Its digital object identifier, from 10. on, in lower case.")
        Optional<String> doi,

        @JsonPropertyDescription("Where it can be read, by http or https.")
        Optional<String> url,

        @JsonPropertyDescription("The number of papers of the index that cite it.")
        int citations,

        @JsonPropertyDescription("What else its metadata say.")
        Map<String, Object> other) {}
