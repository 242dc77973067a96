package io.github.scimult.server.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import java.util.Optional;

/** All feedback as judgements. */
public record JudgementList(List<Judgement> judgements) {

    /** The last verdict on a result: of {@code query} and {@code paper} the one that was asked about. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Judgement(
            FeedbackRequest.Subject on,
            Optional<String> query,
            Optional<String> paper,

            @JsonPropertyDescription("The id of the resulting paper or label.")
            String answer,

            @JsonPropertyDescription("1 for useful, 0 for not.")
            int score) {}
}
