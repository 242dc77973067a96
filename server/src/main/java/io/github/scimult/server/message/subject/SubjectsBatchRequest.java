package io.github.scimult.server.message.subject;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.github.scimult.server.http.InAddress;
import io.github.scimult.server.http.NotEmpty;
import io.github.scimult.server.http.Range;
import io.github.scimult.server.http.ResultCount;
import java.util.List;
import java.util.Optional;

/** What subjects fit each of several texts? */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SubjectsBatchRequest(
        @InAddress @JsonPropertyDescription("Any; there is one project, the library.")
        String id,

        @InAddress @JsonPropertyDescription("The number of results; 10 if not given.") @ResultCount
        Optional<Integer> limit,

        @InAddress
        @JsonPropertyDescription("Only subjects of at least this score; all if not given.")
        @Range(min = 0, max = 1)
        Optional<Double> threshold,

        @InAddress @JsonPropertyDescription("Labels have names in one language, so it is not looked at.")
        Optional<String> language,

        @NotEmpty List<Document> documents) {
    /** Subjects of texts, as many as the server gives where nothing is asked for. */
    public static SubjectsBatchRequest of(String project, List<Document> documents) {
        return new SubjectsBatchRequest(project, Optional.empty(), Optional.empty(), Optional.empty(), documents);
    }

    /** A text. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Document(
            String text,

            @JsonPropertyDescription("Stands with the results.") @JsonProperty("document_id")
            Optional<String> id,

            Optional<DocumentMetadata> metadata) {}
}
