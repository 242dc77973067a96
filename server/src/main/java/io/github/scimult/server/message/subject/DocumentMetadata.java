package io.github.scimult.server.message.subject;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Optional;

/** What is known of a document beside its text. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DocumentMetadata(
        @JsonPropertyDescription("If not given, a short first line of the text is taken for it.")
        Optional<String> title) {}
