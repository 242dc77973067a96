package io.github.scimult.server.message.subject;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import java.util.Optional;

/** Subjects suggested for a text. */
public record SubjectSuggestions(
        @JsonPropertyDescription("The best first.") List<SubjectSuggestion> results) {

    /** A subject. */
    public record SubjectSuggestion(
            @JsonPropertyDescription("The label's id.") String uri,
            @JsonPropertyDescription("The label's name.") String label,

            @JsonPropertyDescription("Its code in a classification; null if it has none.")
            Optional<String> notation,

            @JsonPropertyDescription(
                    "The probability that it fits; while too few papers have labels to learn one, a number in [0, 1].")
            double score) {}
}
