package io.github.scimult.server.message;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** Which report is wanted. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReportName(
        @JsonPropertyDescription("training or tags") String name) {}
