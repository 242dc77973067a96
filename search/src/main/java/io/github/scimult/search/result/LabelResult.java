package io.github.scimult.search.result;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.github.scimult.search.record.IndexedLabel;
import java.util.Optional;

/** A label suggested for a paper, and what speaks for it. */
public record LabelResult(
        @JsonPropertyDescription("From 1.") int rank,

        @JsonPropertyDescription("By which labels are in order.")
        double score,

        @JsonPropertyDescription(
                "That the label fits, in [0, 1]; null where the index has too few labelled papers to learn from.")
        Optional<Double> probability,

        @JsonPropertyDescription("Whether the text contains a name or synonym of the label.")
        boolean named,

        @JsonPropertyDescription(
                "The share of the most similar labelled papers that carry it, weighted by similarity, in [0, 1].")
        double neighbours,

        IndexedLabel label) {}
