package io.github.scimult.server.message.subject;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** The library as a project. */
public record ProjectInfo(
        @JsonProperty("project_id") String projectId,
        String name,

        @JsonPropertyDescription("The language whose words the index stems.")
        String language,

        Backend backend,
        VocabularyInfo vocab,
        @JsonProperty("vocab_language") String vocabularyLanguage,

        @JsonPropertyDescription("Whether there are labels to suggest.") @JsonProperty("is_trained")
        boolean trained) {

    /** What suggests. */
    public record Backend(@JsonProperty("backend_id") String backendId) {}
}
