package io.github.scimult.server.message.subject;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.github.scimult.server.http.InAddress;
import java.util.List;
import java.util.Optional;

/** A document to learn from, with the subjects that people assigned to it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LearnRequest(
        @InAddress @JsonPropertyDescription("Any; there is one project, the library.")
        String id,

        String text,

        Optional<DocumentMetadata> metadata,

        @JsonPropertyDescription("Those that the library does not have are left out.")
        List<Subject> subjects) {
    /** A subject by its URI, or else by its label. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Subject(
            @JsonPropertyDescription("The label's id.") Optional<String> uri,

            @JsonPropertyDescription("The label's name; looked at where there is no URI.")
            Optional<String> label) {}
}
