package io.github.scimult.server.message.browse;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.github.scimult.server.http.ResultCount;
import java.util.Optional;

/** A request for names as they are typed. */
public record SuggestRequest(
        @JsonPropertyDescription("What has the names.") Field field,

        @JsonPropertyDescription("What is typed so far; if not given, the first of all names.")
        Optional<String> prefix,

        @JsonPropertyDescription("The number of names; 10 if not given.") @ResultCount
        Optional<Integer> top) {
    /** What has names. */
    public enum Field {
        LABEL,
        AUTHOR,
        VENUE
    }
}
