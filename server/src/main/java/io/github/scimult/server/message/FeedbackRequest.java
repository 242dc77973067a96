package io.github.scimult.server.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Optional;

/** Whether a result was useful. */
public record FeedbackRequest(
        Subject on,

        @JsonPropertyDescription("What was searched for; with search.")
        Optional<String> query,

        @JsonPropertyDescription("The id of the paper that was asked about; with cite and tag.")
        Optional<String> paper,

        @JsonPropertyDescription("The id of the resulting paper or label.")
        String answer,

        boolean useful) {

    /** What feedback is on. */
    public enum Subject {
        @JsonProperty("search")
        SEARCH,
        @JsonProperty("cite")
        CITE,
        @JsonProperty("tag")
        TAG
    }

    public FeedbackRequest {
        String needed = on == Subject.SEARCH ? "query" : "paper";
        if ((on == Subject.SEARCH ? query : paper)
                .filter(text -> !text.isBlank())
                .isEmpty()) {
            throw new IllegalArgumentException("'" + needed + "' is missing");
        }
    }

    /** The query, or the paper's id. */
    public String asked() {
        return (on == Subject.SEARCH ? query : paper).orElseThrow();
    }
}
