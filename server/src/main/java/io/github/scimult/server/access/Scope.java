package io.github.scimult.server.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.scimult.core.configuration.RecordBinder;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a request does, and therefore what its key must be for. */
public enum Scope {
    /** Searches, suggests, recommends, embeds. */
    @JsonProperty("read")
    READ,
    /** Changes papers and labels, and sees everybody's feedback. */
    @JsonProperty("write")
    WRITE,
    /** Says whether a result was useful. */
    @JsonProperty("feedback")
    FEEDBACK;

    /** Its name in key files and settings. */
    public String text() {
        return RecordBinder.nameOf(this);
    }

    /** The scope of a name. */
    static Optional<Scope> of(String text) {
        return Arrays.stream(values())
                .filter(scope -> scope.text().equals(text))
                .findFirst();
    }

    /** All names, for messages. */
    static String names() {
        return Arrays.stream(values()).map(Scope::text).collect(Collectors.joining(", "));
    }
}
