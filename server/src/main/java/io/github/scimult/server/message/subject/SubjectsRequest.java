package io.github.scimult.server.message.subject;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.github.scimult.server.http.InAddress;
import io.github.scimult.server.http.Range;
import io.github.scimult.server.http.ResultCount;
import java.util.Optional;

/** What subjects fit a text? */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SubjectsRequest(
        @InAddress @JsonPropertyDescription("Any; there is one project, the library.")
        String id,

        String text,

        @JsonPropertyDescription("The number of results; 10 if not given.") @ResultCount
        Optional<Integer> limit,

        @JsonPropertyDescription("Only subjects of at least this score; all if not given.") @Range(min = 0, max = 1)
        Optional<Double> threshold,

        @JsonPropertyDescription("Labels have names in one language, so it is not looked at.")
        Optional<String> language,

        @JsonPropertyDescription("The document's title; if not given, a short first line of the text is taken for it.")
        @JsonProperty("metadata_title")
        Optional<String> title) {
    /** Subjects of a text without a title. */
    public static SubjectsRequest of(String project, String text, int limit) {
        return new SubjectsRequest(
                project, text, Optional.of(limit), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
