package io.github.scimult.server.message;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.github.scimult.server.access.Scope;
import java.util.List;

/** What the sender of a request may do. */
public record AccessAnswer(
        @JsonPropertyDescription(
                "Whether the server has keys: with another one, or with one at all, more may be allowed.")
        boolean needsKey,

        @JsonPropertyDescription("What is allowed now; empty if the key is missing or unknown.")
        List<Scope> scopes) {}
