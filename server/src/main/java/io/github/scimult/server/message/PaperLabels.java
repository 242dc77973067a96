package io.github.scimult.server.message;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;

/** What is decided of a paper's labels. */
public record PaperLabels(
        @JsonPropertyDescription("The paper's id.") String paper,

        @JsonPropertyDescription("Ids of the labels that it carries.")
        List<String> assigned,

        @JsonPropertyDescription("Ids of the labels that do not fit: they are not suggested.")
        List<String> rejected) {}
