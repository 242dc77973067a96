package io.github.scimult.server.message.subject;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.github.scimult.server.message.subject.SubjectSuggestions.SubjectSuggestion;
import java.util.List;
import java.util.Optional;

/** Subjects suggested for one of several texts. */
public record DocumentSuggestions(
        @JsonPropertyDescription("The best first.") List<SubjectSuggestion> results,

        @JsonPropertyDescription("As the request has it; null if it has none.") @JsonProperty("document_id")
        Optional<String> documentId) {}
