package io.github.scimult.server.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.github.scimult.core.configuration.Formerly;
import io.github.scimult.core.configuration.OneOrMore;
import io.github.scimult.server.http.Range;
import io.github.scimult.server.http.ResultCount;
import java.util.List;
import java.util.Optional;

/** What might a paper cite? */
public record CiteRequest(
        @JsonPropertyDescription("The id of a paper of the index; instead of a title and an abstract.")
        Optional<String> paper,

        Optional<String> title,
        @JsonProperty("abstract") Optional<String> text,

        @JsonPropertyDescription("The number of results; 10 if not given.") @ResultCount
        Optional<Integer> top,

        @JsonPropertyDescription(
                "Ids of papers to leave out; the paper itself, other records of it, and what a paper of the index cites are left out already.")
        @OneOrMore
        List<String> without,

        @JsonPropertyDescription(
                "The weight of BM25 in the fusion with dense retrieval, 0 for dense alone; if not given, what was tuned when the index was made, else 0.4.")
        @Formerly("wordWeight")
        @Range(min = 0, max = 1000)
        Optional<Double> bm25Weight,

        @JsonPropertyDescription("How much a result's similarity to those before it counts against it; 0 if not given.")
        @Range(min = 0, max = 1)
        Optional<Double> diversity,

        @JsonPropertyDescription("Whether every record of a paper is a result of its own; false if not given.")
        Optional<Boolean> duplicates)
        implements AboutPaper {
    public CiteRequest {
        AboutPaper.requireOneSubject(paper, title, text);
    }

    /** Papers for a paper of the index to cite. */
    public static CiteRequest of(String paper, int top) {
        return new CiteRequest(
                Optional.of(paper),
                Optional.empty(),
                Optional.empty(),
                Optional.of(top),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
