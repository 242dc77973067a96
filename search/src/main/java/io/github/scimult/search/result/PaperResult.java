package io.github.scimult.search.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.github.scimult.search.index.MatchedWords;
import java.util.List;
import java.util.Optional;

/** A paper that a query has found, and why. */
public record PaperResult(
        @JsonPropertyDescription("From 1.") int rank,

        @JsonPropertyDescription("Between 0 and 1; comparable within one query alone.")
        double score,

        PaperSummary paper,
        Why why,
        Matches matches,

        @JsonPropertyDescription(
                "The number of further records of the same paper: of equal title and abstract, or found by the query and alike. They are results of their own with duplicates=true.")
        int duplicates) {
    /** A paper of which the query found no further record. */
    public static PaperResult of(int rank, double score, PaperSummary paper, Why why, Matches matches) {
        return new PaperResult(rank, score, paper, why, matches, 0);
    }

    /** The same, at another place. */
    public PaperResult withRank(int newRank) {
        return new PaperResult(newRank, score, paper, why, matches, duplicates);
    }

    /** The same, of a paper with further records. */
    public PaperResult withDuplicates(int number) {
        return new PaperResult(rank, score, paper, why, matches, number);
    }

    /** The systems that found it, and what it has in common with the paper that was asked about. */
    public record Why(
            @JsonPropertyDescription("By BM25; null if BM25 did not retrieve it.")
            Optional<SystemRank> bm25,

            @JsonPropertyDescription("By dense retrieval; null if it is not among the nearest.")
            Optional<SystemRank> dense,

            @JsonPropertyDescription("Null unless a paper of the index was asked about.")
            Optional<Shared> shared) {}

    /** Where one system ranks it. */
    public record SystemRank(
            @JsonPropertyDescription("From 1.") int rank, float score) {}

    /** What two papers have in common. */
    public record Shared(
            List<LabelName> labels,

            @JsonPropertyDescription("Ids of papers that both cite.")
            List<String> references) {}

    /** Where words of the query stand. */
    public record Matches(
            List<MatchedWords.Place> title,
            @JsonProperty("abstract") List<MatchedWords.Place> text) {}
}
