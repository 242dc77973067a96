package io.github.scimult.server.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.github.scimult.core.journal.LabelDecision;
import io.github.scimult.server.http.InAddress;

/** A decision on a label of a paper. */
public record LabelDecisionRequest(
        @InAddress @JsonPropertyDescription("The paper's id.")
        String id,

        @InAddress @JsonPropertyDescription("The label's id.")
        String label,

        @JsonPropertyDescription("Whether the paper carries the label, or it does not fit.")
        Verdict verdict) {

    /** What can be decided. */
    public enum Verdict {
        @JsonProperty("assigned")
        ASSIGNED(LabelDecision.ASSIGNED),
        @JsonProperty("rejected")
        REJECTED(LabelDecision.REJECTED);

        private final LabelDecision decision;

        Verdict(LabelDecision decision) {
            this.decision = decision;
        }

        public LabelDecision decision() {
            return decision;
        }
    }
}
