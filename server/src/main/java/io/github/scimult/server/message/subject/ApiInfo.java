package io.github.scimult.server.message.subject;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** What answers. */
public record ApiInfo(
        String title,
        @JsonPropertyDescription("Of this program.") String version) {}
