package io.github.scimult.server.message;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.scimult.search.result.PaperSummary;
import java.util.List;
import java.util.Optional;

/** A paper with its place among those it cites and those that cite it. */
public record PaperDetails(
        @JsonUnwrapped PaperSummary paper,

        @JsonPropertyDescription("Ids of the labels that somebody said do not fit.")
        List<String> rejected,

        @JsonPropertyDescription("The papers of the index that it cites.")
        List<Brief> cites,

        @JsonPropertyDescription("Papers of the index that cite it, at most 100.")
        List<Brief> citedBy,

        @JsonPropertyDescription("How many papers it cites that are not in the index.")
        int citesElsewhere) {

    /** A paper in short. */
    public record Brief(String id, String title, Optional<Integer> year) {}
}
