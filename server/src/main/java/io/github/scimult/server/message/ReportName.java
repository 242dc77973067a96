package io.github.scimult.server.message;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** Which report is wanted. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReportName(
        @JsonPropertyDescription("The report's name, as /api/reports lists it.")
        String name) {}
